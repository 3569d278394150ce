package dev.parley.gateway.observability;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C trace context of a request: that of a tracing agent in this process, else the client's, else a new one. */
final class TraceParent {

    private static final Pattern GOOD = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceParent() {}

    static String from(@Nullable String sent) {
        SpanContext current = Span.current().getSpanContext();
        if (current.isValid()) {
            return "00-" + current.getTraceId() + "-" + current.getSpanId() + "-"
                    + current.getTraceFlags().asHex();
        }
        return sent != null && GOOD.matcher(sent).matches() ? sent : made();
    }

    static String traceId(String traceparent) {
        return traceparent.substring(3, 35);
    }

    private static String made() {
        return "00-" + hex() + hex() + "-" + hex() + "-01";
    }

    private static String hex() {
        long random = ThreadLocalRandom.current().nextLong();
        return HexFormat.of().toHexDigits(random == 0 ? 1 : random);
    }
}
