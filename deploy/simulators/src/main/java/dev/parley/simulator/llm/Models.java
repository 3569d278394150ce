package dev.parley.simulator.llm;

import dev.parley.simulator.http.Json;
import dev.parley.simulator.http.Request;
import dev.parley.simulator.http.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The models: any name is served, a few are listed. */
record Models(Instant created) {
    private static final List<String> LISTED = List.of("sim", "sim-200x20", "sim-200x50");
    private static final String ONE = "/v1/models/";

    Response list() {
        ObjectNode body = Json.object().put("object", "list");
        var data = body.putArray("data");
        LISTED.forEach(name -> data.add(model(name)));
        return Response.json(200, body);
    }

    Optional<Response> one(Request request) {
        if (!request.method().equals("GET") || !request.path().startsWith(ONE)) {
            return Optional.empty();
        }
        return Optional.of(Response.json(200, model(request.path().substring(ONE.length()))));
    }

    private ObjectNode model(String name) {
        return Json.object()
                .put("id", name)
                .put("object", "model")
                .put("created", created.getEpochSecond())
                .put("owned_by", "parley-simulator");
    }
}
