package dev.parley.local.trace;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.local.log.LogFile;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** A collector of traces as small as can be: takes OTLP over HTTP on loopback and appends a line a span to one file. */
public final class TraceReceiver implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final HttpServer server;
    private final Path file;

    private TraceReceiver(HttpServer server, Path file) {
        this.server = server;
        this.file = file;
    }

    /** Listens on a free port. The file of an earlier run is kept as .1. */
    public static TraceReceiver start(Path file) throws IOException {
        new LogFile(file).rotate();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        TraceReceiver receiver = new TraceReceiver(server, file);
        server.createContext("/v1/traces", receiver::receive);
        server.start();
        return receiver;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** The server has one thread, so that lines never mix. */
    private void receive(HttpExchange exchange) throws IOException {
        try {
            append(ExportTraceServiceRequest.parseFrom(body(exchange)));
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            // An empty body is the message that says: all accepted.
            exchange.sendResponseHeaders(200, -1);
        } catch (InvalidProtocolBufferException _) {
            exchange.sendResponseHeaders(400, -1);
        } finally {
            exchange.close();
        }
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
    }

    private void append(ExportTraceServiceRequest request) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (SpanLine span : Spans.of(request)) {
            lines.writeBytes(JSON.writeValueAsBytes(span));
            lines.write('\n');
        }
        Files.write(file, lines.toByteArray(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
