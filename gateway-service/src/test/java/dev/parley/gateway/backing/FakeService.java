package dev.parley.gateway.backing;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.json.JsonMapper;

/** A service of which only the HTTP side is there. What it has no answer for it echoes, with its own name. */
public final class FakeService implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Apart from those of the gateways, which close theirs when they stop. */
    private static final LoopResources LOOPS = LoopResources.create("fake", 2, true);

    private final String name;
    private final DisposableServer server;
    private final Map<String, BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>>> answers =
            new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private FakeService(String name) {
        this.name = name;
        this.server = HttpServer.create()
                .runOn(LOOPS)
                .host("127.0.0.1")
                .port(0)
                .handle(this::answer)
                .bindNow();
    }

    public static FakeService start(String name) {
        return new FakeService(name);
    }

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** What was asked for since the start, as {@code METHOD path}. */
    public List<String> asked() {
        return asked;
    }

    /** Sets the answer for a path. */
    public void on(String path, BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answer) {
        answers.put(path, answer);
    }

    /** Sets a status and body for a path. */
    public void on(String path, int status, String contentType, String body) {
        on(
                path,
                (_, response) -> response.status(status)
                        .header(HttpHeaderNames.CONTENT_TYPE, contentType)
                        .sendString(Mono.just(body)));
    }

    /** Breaks the connection of a request off, whatever was answered so far. */
    public static void hangUp(HttpServerRequest request) {
        request.withConnection(DisposableChannel::dispose);
    }

    public void off(String path) {
        answers.remove(path);
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        String path = "/" + request.path();
        asked.add(request.method() + " " + path);
        return answers.getOrDefault(path, this::echo).apply(request, response);
    }

    private Publisher<Void> echo(HttpServerRequest request, HttpServerResponse response) {
        Mono<String> told = request.receive()
                .map(ByteBuf::readableBytes)
                .reduce(0, Integer::sum)
                .map(bytes -> told(request, bytes));
        return response.header(HttpHeaderNames.CONTENT_TYPE, "application/json").sendString(told);
    }

    private String told(HttpServerRequest request, int bytes) {
        Map<String, String> headers = new TreeMap<>();
        request.requestHeaders()
                .forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return JSON.writeValueAsString(Map.of(
                "service",
                name,
                "method",
                request.method().name(),
                "uri",
                request.uri(),
                "headers",
                headers,
                "bytes",
                bytes));
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
