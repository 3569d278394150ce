package dev.parley.bench.stream;

import dev.parley.bench.http.Requests;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;

/** Whom the streams ask: Parley, or for comparison the model itself. */
public sealed interface Target {
    InetSocketAddress address();

    /** A question of the stream with this number. */
    byte[] question(int stream, Shape shape);

    /**
     * Parley, through its gateway. Every stream is a visitor of its own, every question begins a conversation.
     *
     * @param run makes the visitors' sessions other than those of earlier runs
     */
    record Parley(URI gateway, String run) implements Target {
        @Override
        public InetSocketAddress address() {
            return new Requests(gateway).address();
        }

        @Override
        public byte[] question(int stream, Shape shape) {
            String body = """
                    {"message":"Count.","session_id":"%s-%06d","model":"openai:%s","stream":true}""".formatted(run, stream, shape.model());
            return new Requests(gateway).post("/api/chat", Map.of(), body);
        }
    }

    /** The simulator, as Parley asks it. */
    record Model(URI base) implements Target {
        @Override
        public InetSocketAddress address() {
            return new Requests(base).address();
        }

        @Override
        public byte[] question(int stream, Shape shape) {
            String body = """
                    {"model":"%s","stream":true,"messages":[{"role":"user","content":"Count."}]}""".formatted(shape.model());
            return new Requests(base).post("/chat/completions", Map.of("Authorization", "Bearer bench"), body);
        }
    }
}
