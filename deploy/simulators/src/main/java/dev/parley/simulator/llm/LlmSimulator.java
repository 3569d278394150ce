package dev.parley.simulator.llm;

import dev.parley.simulator.http.LoopbackServer;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A stand-in for an OpenAI-compatible API over real HTTP. What it answers is decided, in this order, by the rules of a test, by
 * directives such as {@code [[tool:name {}]]} in the last user message, by a model name such as {@code sim-200x50}, and by the
 * default script, which repeats what was said. Thread-safe.
 */
public final class LlmSimulator implements AutoCloseable {
    private final Playbook playbook;
    private final Traffic traffic;
    private final LoopbackServer server;

    private LlmSimulator(Playbook playbook, Traffic traffic, LoopbackServer server) {
        this.playbook = playbook;
        this.traffic = traffic;
        this.server = server;
    }

    /** Starts one on a free port. */
    public static LlmSimulator start() {
        return start(0);
    }

    /**
     * Starts one.
     *
     * @param port 0 for a free one
     */
    public static LlmSimulator start(int port) {
        Playbook playbook = new Playbook();
        Traffic traffic = new Traffic();
        LlmApi api = new LlmApi(playbook, traffic, Clock.systemUTC());
        return new LlmSimulator(playbook, traffic, LoopbackServer.start(port, "llm-simulator", api));
    }

    /** What goes into {@code OPENAI_BASE_URL}, such as {@code http://127.0.0.1:41234/v1}. */
    public String baseUrl() {
        return server.url() + "/v1";
    }

    /** Answers the requests that match with this script; of several rules that match, the newest counts. */
    public LlmSimulator respondTo(Predicate<ChatRequestView> when, Script script) {
        playbook.add(when, script);
        return this;
    }

    /** Replaces the script for requests that nothing else decides. */
    public LlmSimulator byDefault(Script script) {
        playbook.byDefault(script);
        return this;
    }

    /** Fails the requests for embeddings that come next. */
    public LlmSimulator failEmbeddings(Fail fail) {
        playbook.failEmbeddings(fail);
        return this;
    }

    /** The bodies of requests for embeddings, oldest first: the newest 2 000 of them. */
    public List<JsonNode> embeddingRequests() {
        return traffic.embeddings().all();
    }

    /** The chat requests received, oldest first: the newest 2 000 of them. */
    public List<ChatRequestView> requests() {
        return traffic.requests().all();
    }

    /** Streams that were begun and have not ended. */
    public int openStreams() {
        return traffic.openStreams();
    }

    /** Streams, and whole answers still being made, that the client left before their end. */
    public long cancelledStreams() {
        return traffic.cancelled();
    }

    /** Forgets rules, requests and counts; open streams go on. */
    public void reset() {
        playbook.clear();
        traffic.clear();
    }

    @Override
    public void close() {
        server.close();
    }
}
