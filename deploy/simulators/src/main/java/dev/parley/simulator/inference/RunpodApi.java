package dev.parley.simulator.inference;

import dev.parley.simulator.http.Exchange;
import dev.parley.simulator.http.Json;
import dev.parley.simulator.http.Request;
import dev.parley.simulator.http.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Serverless endpoints with a queue, as RunPod has them. An endpoint {@code missing} is not there. */
final class RunpodApi implements HostApi {
    private static final Pattern BEGIN = Pattern.compile("([\\w-]+)/run");
    private static final Pattern ONE = Pattern.compile("[\\w-]+/(status|cancel)/(\\w+)");
    private static final int MILLIS = 1000;

    private final Runs runs;

    RunpodApi(Runs runs) {
        this.runs = runs;
    }

    @Override
    public void handle(Exchange exchange, String path) {
        Request request = exchange.request();
        boolean allowed = request.header("authorization").orElse("").startsWith("Bearer ");
        exchange.respond(allowed ? answer(request, path) : Response.html(401, ""));
    }

    private Response answer(Request request, String path) {
        Matcher begin = BEGIN.matcher(path);
        Matcher one = ONE.matcher(path);
        if (begin.matches() && !begin.group(1).equals("missing")) {
            return begin(begin.group(1), Json.MAPPER.readTree(request.body()));
        }
        return one.matches() ? one(one.group(2), one.group(1).equals("cancel")) : notFound("endpoint not found");
    }

    private Response begin(String endpoint, JsonNode body) {
        if (!body.path("input").isObject()) {
            return Response.json(400, Json.object().put("error", "input is required"));
        }
        SimulatedRun run = runs.begin(Host.RUNPOD, endpoint, body.path("input"));
        return Response.json(200, Json.object().put("id", run.id()).put("status", "IN_QUEUE"));
    }

    private Response one(String id, boolean cancel) {
        return runs.find(Host.RUNPOD, id)
                .map(run -> {
                    if (cancel) {
                        run.cancel();
                    }
                    return Response.json(200, json(run));
                })
                .orElseGet(() -> notFound("job not found"));
    }

    private static ObjectNode json(SimulatedRun run) {
        ObjectNode json = Json.object().put("delayTime", 31).put("id", run.id()).put("status", status(run));
        if (run.ended() && !run.cancelled()) {
            json.put("executionTime", Math.round(run.seconds() * MILLIS));
            run.error().ifPresentOrElse(error -> json.put("error", error), () -> json.set("output", run.output()));
        }
        return json;
    }

    private static String status(SimulatedRun run) {
        if (!run.ended()) {
            return "IN_PROGRESS";
        }
        if (run.cancelled()) {
            return "CANCELLED";
        }
        return run.error().isPresent() ? "FAILED" : "COMPLETED";
    }

    private static Response notFound(String what) {
        return Response.json(404, Json.object().put("error", what));
    }
}
