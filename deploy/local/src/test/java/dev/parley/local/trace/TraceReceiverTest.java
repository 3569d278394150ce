package dev.parley.local.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TraceReceiverTest {

    @Test
    void writes_a_line_a_span(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("traces.jsonl");
        try (TraceReceiver receiver = TraceReceiver.start(file)) {
            assertThat(post(receiver, request().toByteArray(), "identity")).isEqualTo(200);
        }

        JsonNode span = new JsonMapper().readTree(Files.readAllLines(file).getFirst());
        assertThat(span.toString())
                .isEqualTo(
                        "{\"trace_id\":\"0102\",\"span_id\":\"0a\",\"parent_span_id\":\"0b\",\"name\":\"GET /x\","
                                + "\"kind\":\"SERVER\",\"service\":\"chat-service\",\"start\":\"1970-01-01T00:00:01.000000002Z\","
                                + "\"end\":\"1970-01-01T00:00:02Z\",\"status\":\"UNSET\",\"attributes\":{\"http.status\":200,"
                                + "\"ok\":true,\"ratio\":0.5,\"tags\":[\"a\"],\"map\":{\"k\":\"v\"},\"raw\":\"ff\",\"none\":\"\"}}");
    }

    @Test
    void takes_zipped_bodies_and_appends(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("traces.jsonl");
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(request().toByteArray());
        }

        try (TraceReceiver receiver = TraceReceiver.start(file)) {
            post(receiver, zipped.toByteArray(), "gzip");
            post(receiver, zipped.toByteArray(), "gzip");
        }

        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void refuses_what_is_no_export(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("traces.jsonl");
        try (TraceReceiver receiver = TraceReceiver.start(file)) {
            assertThat(post(receiver, new byte[] {1, 2, 3}, "identity")).isEqualTo(400);
        }
        assertThat(file).doesNotExist();
    }

    private static int post(TraceReceiver receiver, byte[] body, String encoding)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + receiver.port() + "/v1/traces"))
                .header("Content-Type", "application/x-protobuf")
                .header("Content-Encoding", encoding)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static ExportTraceServiceRequest request() {
        Span span = Span.newBuilder()
                .setTraceId(ByteString.copyFrom(new byte[] {1, 2}))
                .setSpanId(ByteString.copyFrom(new byte[] {10}))
                .setParentSpanId(ByteString.copyFrom(new byte[] {11}))
                .setName("GET /x")
                .setKind(Span.SpanKind.SPAN_KIND_SERVER)
                .setStartTimeUnixNano(1_000_000_002L)
                .setEndTimeUnixNano(2_000_000_000L)
                .addAttributes(attribute("http.status", AnyValue.newBuilder().setIntValue(200)))
                .addAttributes(attribute("ok", AnyValue.newBuilder().setBoolValue(true)))
                .addAttributes(attribute("ratio", AnyValue.newBuilder().setDoubleValue(0.5)))
                .addAttributes(attribute(
                        "tags",
                        AnyValue.newBuilder()
                                .setArrayValue(ArrayValue.newBuilder().addValues(text("a")))))
                .addAttributes(attribute(
                        "map",
                        AnyValue.newBuilder()
                                .setKvlistValue(KeyValueList.newBuilder().addValues(attribute("k", text("v"))))))
                .addAttributes(
                        attribute("raw", AnyValue.newBuilder().setBytesValue(ByteString.copyFrom(new byte[] {-1}))))
                .addAttributes(attribute("none", AnyValue.newBuilder()))
                .build();
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(
                                Resource.newBuilder().addAttributes(attribute("service.name", text("chat-service"))))
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build();
    }

    private static AnyValue.Builder text(String value) {
        return AnyValue.newBuilder().setStringValue(value);
    }

    private static KeyValue attribute(String key, AnyValue.Builder value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }
}
