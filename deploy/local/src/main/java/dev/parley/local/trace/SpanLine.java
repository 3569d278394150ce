package dev.parley.local.trace;

import java.util.Map;

/** A span as it is written, a line of JSON each; times in ISO-8601 with nanoseconds, ids in lower-case hex. */
record SpanLine(
        String traceId,
        String spanId,
        String parentSpanId,
        String name,
        String kind,
        String service,
        String start,
        String end,
        String status,
        Map<String, Object> attributes) {}
