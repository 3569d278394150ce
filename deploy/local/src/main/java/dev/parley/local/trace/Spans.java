package dev.parley.local.trace;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns an export request into lines. */
final class Spans {

    private Spans() {}

    static List<SpanLine> of(ExportTraceServiceRequest request) {
        return request.getResourceSpansList().stream()
                .flatMap(Spans::ofResource)
                .toList();
    }

    private static Stream<SpanLine> ofResource(ResourceSpans resource) {
        Map<String, Object> attributes = plain(resource.getResource().getAttributesList());
        String service = String.valueOf(attributes.getOrDefault("service.name", "unknown"));
        return resource.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> line(span, service));
    }

    private static SpanLine line(Span span, String service) {
        return new SpanLine(
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                hex(span.getParentSpanId()),
                span.getName(),
                span.getKind().name().substring("SPAN_KIND_".length()),
                service,
                time(span.getStartTimeUnixNano()),
                time(span.getEndTimeUnixNano()),
                span.getStatus().getCode().name().substring("STATUS_CODE_".length()),
                plain(span.getAttributesList()));
    }

    private static Map<String, Object> plain(List<KeyValue> pairs) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        pairs.forEach(pair -> attributes.put(pair.getKey(), plain(pair.getValue())));
        return attributes;
    }

    private static Object plain(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> value.getBoolValue();
            case INT_VALUE -> value.getIntValue();
            case DOUBLE_VALUE -> value.getDoubleValue();
            case ARRAY_VALUE ->
                value.getArrayValue().getValuesList().stream().map(Spans::plain).toList();
            case KVLIST_VALUE -> plain(value.getKvlistValue().getValuesList());
            case BYTES_VALUE -> hex(value.getBytesValue());
            default -> "";
        };
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static String time(long nanos) {
        return Instant.ofEpochSecond(0, nanos).toString();
    }
}
