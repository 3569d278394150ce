package dev.parley.simulator.maps;

import dev.parley.simulator.http.Json;
import dev.parley.simulator.http.Received;
import dev.parley.simulator.http.Request;
import dev.parley.simulator.http.Response;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What another process does over HTTP under {@code /sim}: order faults, take them back, read the log. */
final class FaultOrders {
    private final Faults faults;
    private final Received<Request> received;

    FaultOrders(Faults faults, Received<Request> received) {
        this.faults = faults;
        this.received = received;
    }

    Response answer(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "POST /sim/faults" -> order(request);
            case "DELETE /sim/faults" -> {
                faults.clear();
                yield Response.json(200, Json.object());
            }
            case "GET /sim/calls" -> Response.json(200, log());
            default -> Response.json(404, Json.object().put("error", "there is nothing at " + request.path()));
        };
    }

    private Response order(Request request) {
        try {
            JsonNode body = Json.MAPPER.readTree(request.body());
            Service service = Service.valueOf(body.path("service").asString("").toUpperCase(Locale.ROOT));
            faults.add(service, call -> true, fault(body));
            return Response.json(201, body);
        } catch (JacksonException | IllegalArgumentException wrong) {
            return Response.json(400, Json.object().put("error", String.valueOf(wrong.getMessage())));
        }
    }

    private static Fault fault(JsonNode body) {
        Fault fault = Fault.named(body.path("fault").asString(""))
                .times(body.path("times").asInt(Integer.MAX_VALUE))
                .delay(Duration.ofMillis(body.path("delay_ms").asInt(0)));
        return body.has("retry_after")
                ? fault.retryAfter(Duration.ofSeconds(body.path("retry_after").asInt(0)))
                : fault;
    }

    private JsonNode log() {
        ArrayNode calls = Json.array();
        for (Request request : received.all()) {
            ObjectNode call = calls.addObject().put("method", request.method()).put("path", request.path());
            request.query().forEach(call.putObject("query")::put);
            request.headers().forEach(call.putObject("headers")::put);
            call.put("body", request.body());
        }
        return calls;
    }
}
