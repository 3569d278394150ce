package dev.parley.simulator.maps.google;

import dev.parley.simulator.http.Json;
import dev.parley.simulator.http.Response;
import dev.parley.simulator.maps.api.Refusal;
import tools.jackson.databind.node.ObjectNode;

/** An error of Google's newer APIs, thrown where it is found. */
final class GoogleError extends RuntimeException {
    private final int code;
    private final String status;
    private final String reason;

    private GoogleError(int code, String status, String reason, String message) {
        super(message);
        this.code = code;
        this.status = status;
        this.reason = reason;
    }

    static GoogleError invalid(String message) {
        return new GoogleError(400, "INVALID_ARGUMENT", "", message);
    }

    static GoogleError notFound(String message) {
        return new GoogleError(404, "NOT_FOUND", "", message);
    }

    static GoogleError noMask(String example) {
        return invalid(
                "FieldMask is a required parameter. See https://cloud.google.com/apis/docs/system-parameters on how to"
                        + " provide it. As an example, you can set the header 'X-Goog-FieldMask' with value '" + example
                        + "'. You can also set the value to '*' in a manual query to get all the available response fields.");
    }

    static GoogleError noKey() {
        return new GoogleError(
                403,
                "PERMISSION_DENIED",
                "",
                "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form"
                        + " of API consumer identity to call this API.");
    }

    static GoogleError badKey() {
        return new GoogleError(
                400, "INVALID_ARGUMENT", "API_KEY_INVALID", "API key not valid. Please pass a valid API key.");
    }

    static GoogleError of(Refusal refusal) {
        return switch (refusal) {
            case DENIED ->
                new GoogleError(
                        403,
                        "PERMISSION_DENIED",
                        "API_KEY_SERVICE_BLOCKED",
                        "Requests to this API method are blocked. The key is not authorized to use this service or API.");
            case OVER_QUOTA ->
                exhausted("Quota exceeded for quota metric 'Requests' and limit 'Requests per day' of the service.");
            case TOO_FAST ->
                exhausted("Quota exceeded for quota metric 'Requests' and limit 'Requests per minute' of the service.");
            case SERVER_ERROR -> new GoogleError(500, "INTERNAL", "", "Internal error encountered.");
            case UNAVAILABLE -> new GoogleError(503, "UNAVAILABLE", "", "The service is currently unavailable.");
        };
    }

    private static GoogleError exhausted(String message) {
        return new GoogleError(429, "RESOURCE_EXHAUSTED", "RATE_LIMIT_EXCEEDED", message);
    }

    Response response() {
        ObjectNode body = Json.object();
        ObjectNode error = body.putObject("error")
                .put("code", code)
                .put("message", getMessage())
                .put("status", status);
        if (!reason.isEmpty()) {
            error.putArray("details")
                    .addObject()
                    .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
                    .put("reason", reason)
                    .put("domain", "googleapis.com");
        }
        return Response.json(code, body);
    }
}
