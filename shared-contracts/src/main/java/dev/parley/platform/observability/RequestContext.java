package dev.parley.platform.observability;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Id and trace of a request, kept with it over all its dispatches.
 *
 * @param context with the request's span
 */
record RequestContext(String requestId, Context context) {
    private static final String ATTRIBUTE = RequestContext.class.getName();

    /** The request's own, made when it is first asked for. */
    static RequestContext of(HttpServletRequest request) {
        RequestContext known = find(request);
        if (known != null) {
            return known;
        }
        var made = new RequestContext(RequestId.of(request.getHeader(RequestId.HEADER)), RequestTrace.of(request));
        request.setAttribute(ATTRIBUTE, made);
        return made;
    }

    static @Nullable RequestContext find(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RequestContext known ? known : null;
    }

    String traceId() {
        return Span.fromContext(context).getSpanContext().getTraceId();
    }

    /** Meanwhile log lines of this thread carry the ids, and what is sent carries the trace. */
    void during(Step step) throws IOException, ServletException {
        MDC.put("request_id", requestId);
        MDC.put("trace_id", traceId());
        try (var _ = context.makeCurrent()) {
            step.run();
        } finally {
            MDC.remove("request_id");
            MDC.remove("trace_id");
        }
    }

    /** A part of the way of a request through the server. */
    interface Step {
        void run() throws IOException, ServletException;
    }
}
