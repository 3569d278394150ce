package dev.parley.simulator.inference;

import dev.parley.simulator.http.LoopbackServer;
import dev.parley.simulator.http.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A stand-in for Replicate, RunPod's serverless endpoints and Modal's web endpoints over real HTTP. What a model does says its
 * input: see {@link SimulatedRun}. Thread-safe.
 */
public final class InferenceSimulator implements AutoCloseable {
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(150);
    private static final String REPLICATE = "/replicate/v1/";
    private static final String RUNPOD = "/runpod/v2/";
    private static final String MODAL = "/modal/";

    private final Runs runs;
    private final InferenceApi api;
    private final LoopbackServer server;

    private InferenceSimulator(Runs runs, InferenceApi api, LoopbackServer server) {
        this.runs = runs;
        this.api = api;
        this.server = server;
    }

    /** Starts one on a free port. */
    public static InferenceSimulator start() {
        return start(0);
    }

    /**
     * Starts one.
     *
     * @param port 0 for a free one
     */
    public static InferenceSimulator start(int port) {
        return start(port, USUAL_PATIENCE);
    }

    /**
     * Starts one.
     *
     * @param port 0 for a free one
     * @param patience how long Modal holds a request
     */
    public static InferenceSimulator start(int port, Duration patience) {
        Runs runs = new Runs();
        InferenceApi api = new InferenceApi(Map.of(
                REPLICATE, new ReplicateApi(runs), RUNPOD, new RunpodApi(runs), MODAL, new ModalApi(runs, patience)));
        return new InferenceSimulator(runs, api, LoopbackServer.start(port, "inference-simulator", api));
    }

    /** Where all of them are. */
    public String baseUrl() {
        return server.url();
    }

    /** What goes into {@code REPLICATE_BASE_URL}. */
    public String replicateUrl() {
        return server.url() + "/replicate/v1";
    }

    /** What goes into {@code RUNPOD_JOBS_URL}. */
    public String runpodUrl() {
        return server.url() + "/runpod/v2";
    }

    /** What goes into {@code MODAL_JOBS_URL}. */
    public String modalUrl() {
        return server.url() + MODAL + "{endpoint}";
    }

    /** All that were begun, oldest first. */
    public List<SimulatedRun> runs() {
        return runs.all();
    }

    /** Refuses the next call that matches. */
    public void refuse(Predicate<Request> when, int status, Map<String, String> headers) {
        api.fail(Fault.refused(when, status, headers));
    }

    /** Does what the next call that matches asks for, and closes the connection in place of an answer. */
    public void cut(Predicate<Request> when) {
        api.fail(Fault.cut(when));
    }

    @Override
    public void close() {
        server.close();
    }
}
