package dev.parley.simulator.inference;

import dev.parley.simulator.http.Exchange;
import dev.parley.simulator.http.Json;
import dev.parley.simulator.http.Request;
import dev.parley.simulator.http.Response;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Web endpoints, as Modal has them: an answer that is not there in time refers to where it will be. An endpoint {@code missing} is
 * not there, {@code private} wants a proxy token, and {@code hasty} does not wait at all.
 */
final class ModalApi implements HostApi {
    private static final String CALL = "__modal_function_call_id";
    private static final Duration LOOK = Duration.ofMillis(10);

    private final Runs runs;
    private final Duration patience;

    /** @param patience how long a request is held; 150 seconds at the real one */
    ModalApi(Runs runs, Duration patience) {
        this.runs = runs;
        this.patience = patience;
    }

    @Override
    public void handle(Exchange exchange, String endpoint) {
        Request request = exchange.request();
        Optional<String> call = request.parameter(CALL);
        if (endpoint.equals("missing")) {
            exchange.respond(Response.html(404, "modal-http: invalid function call"));
        } else if (endpoint.equals("private") && request.header("modal-key").isEmpty()) {
            exchange.respond(Response.html(401, "modal-http: missing credentials for proxy authorization"));
        } else if (call.isPresent()) {
            runs.find(Host.MODAL, call.get())
                    .ifPresentOrElse(
                            run -> hold(exchange, run),
                            () -> exchange.respond(Response.html(404, "modal-http: invalid function call")));
        } else {
            begin(exchange, endpoint, Json.MAPPER.readTree(request.body()));
        }
    }

    private void begin(Exchange exchange, String endpoint, JsonNode input) {
        if (input.path("invalid").asBoolean(false)) {
            exchange.respond(Response.json(422, Json.object().put("detail", "the body is not what is wanted")));
            return;
        }
        SimulatedRun run = runs.begin(Host.MODAL, endpoint, input);
        if (endpoint.equals("hasty")) {
            exchange.respond(Response.json(202, Json.object().put("result_url", resultOf(run, exchange.request()))));
        } else {
            hold(exchange, run);
        }
    }

    private void hold(Exchange exchange, SimulatedRun run) {
        hold(exchange, run, System.nanoTime() + patience.toNanos());
    }

    private void hold(Exchange exchange, SimulatedRun run, long until) {
        if (run.ended()) {
            exchange.respond(result(run));
        } else if (System.nanoTime() - until >= 0) {
            exchange.respond(Response.html(303, "").with("Location", resultOf(run, exchange.request())));
        } else {
            exchange.wheel().after(LOOK, () -> hold(exchange, run, until));
        }
    }

    private static Response result(SimulatedRun run) {
        return run.error().map(error -> Response.html(500, error)).orElseGet(() -> Response.json(200, run.output()));
    }

    private static String resultOf(SimulatedRun run, Request request) {
        return "http://" + request.header("host").orElse("127.0.0.1") + request.path() + "?" + CALL + "=" + run.id();
    }
}
