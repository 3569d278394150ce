package dev.parley.simulator.inference;

import dev.parley.simulator.http.Exchange;
import dev.parley.simulator.http.Json;
import dev.parley.simulator.http.Request;
import dev.parley.simulator.http.Response;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Predictions, as Replicate has them. A model whose name ends with {@code missing} is not there. */
final class ReplicateApi implements HostApi {
    private static final Pattern OF_MODEL = Pattern.compile("models/([^/]+/[^/]+)/predictions");
    private static final Pattern ONE = Pattern.compile("predictions/(\\w+)(/cancel)?");

    private final Runs runs;
    private final Instant began = Instant.parse("2026-01-01T00:00:00Z");

    ReplicateApi(Runs runs) {
        this.runs = runs;
    }

    @Override
    public void handle(Exchange exchange, String path) {
        Request request = exchange.request();
        if (!request.header("authorization").orElse("").startsWith("Bearer ")) {
            exchange.respond(problem(401, "Unauthenticated", "You did not pass a valid authentication token"));
            return;
        }
        exchange.respond(answer(request, path));
    }

    private Response answer(Request request, String path) {
        Matcher ofModel = OF_MODEL.matcher(path);
        Matcher one = ONE.matcher(path);
        if (ofModel.matches()) {
            return begin(ofModel.group(1), Json.MAPPER.readTree(request.body()));
        }
        if (path.equals("predictions")) {
            JsonNode body = Json.MAPPER.readTree(request.body());
            return begin(body.path("version").asString(""), body);
        }
        return one.matches() ? one(one.group(1), one.group(2) != null) : notFound();
    }

    private Response begin(String model, JsonNode body) {
        JsonNode input = body.path("input");
        if (model.isEmpty() || model.endsWith("missing")) {
            return notFound();
        }
        if (!input.isObject() || input.path("invalid").asBoolean(false)) {
            return problem(422, "Input validation failed", "- input: is not what the model wants");
        }
        SimulatedRun run = runs.begin(Host.REPLICATE, model, input);
        return Response.json(201, json(run, "starting"));
    }

    private Response one(String id, boolean cancel) {
        return runs.find(Host.REPLICATE, id)
                .map(run -> {
                    if (cancel) {
                        run.cancel();
                    }
                    return Response.json(200, json(run, status(run)));
                })
                .orElseGet(ReplicateApi::notFound);
    }

    private static String status(SimulatedRun run) {
        if (!run.ended()) {
            return "processing";
        }
        if (run.cancelled()) {
            return "canceled";
        }
        return run.error().isPresent() ? "failed" : "succeeded";
    }

    private ObjectNode json(SimulatedRun run, String status) {
        ObjectNode json = Json.object()
                .put("id", run.id())
                .put("model", run.model())
                .put("version", "hidden")
                .put("logs", status.equals("processing") ? " 0%|          | 0/2\n 50%|#####     | 1/2" : "")
                .put("data_removed", false)
                .put("status", status)
                .put("created_at", began.toString());
        json.set("input", run.input());
        json.putNull("output").putNull("error");
        if (status.equals("succeeded")) {
            json.set("output", run.output());
        }
        if (status.equals("failed")) {
            json.put("error", run.error().orElse(""));
        }
        if (status.equals("succeeded") || status.equals("failed")) {
            json.putObject("metrics").put("predict_time", run.seconds()).put("total_time", run.seconds() + 1);
        }
        json.putObject("urls")
                .put("get", "https://api.replicate.com/v1/predictions/" + run.id())
                .put("cancel", "https://api.replicate.com/v1/predictions/" + run.id() + "/cancel");
        return json;
    }

    private static Response notFound() {
        return problem(404, "Not found", "The requested resource could not be found.");
    }

    private static Response problem(int status, String title, String detail) {
        return Response.json(
                status, Json.object().put("title", title).put("detail", detail).put("status", status));
    }
}
