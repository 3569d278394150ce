package dev.parley.platform.observability;

import dev.parley.platform.security.Callers;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * One log line for each request when all of it is over, be it a stream or what Tomcat itself refused. It names the route
 * and never the path or the query, which hold ids and secrets.
 */
final class AccessLogValve extends ValveBase implements AccessLog {
    private static final Logger log = LoggerFactory.getLogger("dev.parley.access");
    private static final String NO_ROUTE = "/**";
    /** As nginx has it. */
    private static final int CLIENT_GONE = 499;

    AccessLogValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
    }

    @Override
    public void log(Request request, Response response, long nanos) {
        String method = String.valueOf(request.getMethod());
        String route = routeOf(request);
        int status = statusOf(request, response);
        LoggingEventBuilder line = log.atInfo()
                .addKeyValue("method", method)
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .addKeyValue("ms", millisOf(request, nanos))
                .addKeyValue("bytes", response.getBytesWritten(false))
                .addKeyValue("caller", callerOf(request));
        RequestContext context = RequestContext.find(request.getRequest());
        if (context != null) {
            line = line.addKeyValue("request_id", context.requestId()).addKeyValue("trace_id", context.traceId());
        }
        line.log("{} {} {}", method, route, status);
    }

    /** What a reader who leaves makes of the status depends on who notices first. */
    private static int statusOf(Request request, Response response) {
        Exception written = response.getCoyoteResponse().getErrorException();
        Object noticed = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return response.isCommitted() && (isGone(written) || isGone(noticed)) ? CLIENT_GONE : response.getStatus();
    }

    private static boolean isGone(@Nullable Object failure) {
        return failure instanceof Exception exception
                && DisconnectedClientHelper.isClientDisconnectedException(exception);
    }

    /** Tomcat knows no duration for a stream that broke. */
    private static long millisOf(Request request, long nanos) {
        long begin = request.getCoyoteRequest().getStartTimeNanos();
        return TimeUnit.NANOSECONDS.toMillis(begin < 0 ? nanos : System.nanoTime() - begin);
    }

    private static String routeOf(Request request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null || pattern.equals(NO_ROUTE) ? "none" : pattern.toString();
    }

    private static String callerOf(Request request) {
        Object kind = request.getAttribute(Callers.KIND_ATTRIBUTE);
        return kind == null ? "none" : kind.toString();
    }

    @Override
    public void setRequestAttributesEnabled(boolean enabled) {
        // Addresses of clients are not logged, so that there is nothing to take from a proxy's headers.
    }

    @Override
    public boolean getRequestAttributesEnabled() {
        return false;
    }
}
