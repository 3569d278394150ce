package dev.parley.simulator.llm;

import dev.parley.simulator.http.Json;
import dev.parley.simulator.http.Response;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An error as OpenAI words it. */
public record ApiError(
        int status,
        String message,
        String type,
        @Nullable String param,
        @Nullable String code,
        @Nullable Duration retryAfter,
        Duration delay) {

    private static final String BAD_REQUEST = "invalid_request_error";
    private static final String SERVER = "server_error";

    static ApiError of(int status) {
        return switch (status) {
            case 401 ->
                new ApiError(
                        401,
                        "Incorrect API key provided. You can find your API key at https://platform.openai.com/account/api-keys.",
                        BAD_REQUEST,
                        "invalid_api_key");
            case 404 ->
                new ApiError(
                        404,
                        "The model does not exist or you do not have access to it.",
                        BAD_REQUEST,
                        "model_not_found");
            case 429 ->
                new ApiError(
                        429,
                        "Rate limit reached for requests per min (RPM): Limit 3, Used 3, Requested 1. Please try again later.",
                        "requests",
                        "rate_limit_exceeded");
            case 500 ->
                new ApiError(
                        500, "The server had an error while processing your request. Sorry about that!", SERVER, null);
            case 503 ->
                new ApiError(
                        503,
                        "The engine is currently overloaded, please try again later.",
                        SERVER,
                        "service_unavailable");
            default -> new ApiError(status, "The request failed with status " + status + ".", typeOf(status), null);
        };
    }

    static ApiError missing(String parameter) {
        return badRequest("Missing required parameter: '" + parameter + "'.")
                .param(parameter)
                .code("missing_required_parameter");
    }

    static ApiError badRequest(String message) {
        return new ApiError(400, message, BAD_REQUEST, null);
    }

    static ApiError noKey() {
        return new ApiError(
                401,
                "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth"
                        + " (i.e. Authorization: Bearer YOUR_KEY).",
                BAD_REQUEST,
                null);
    }

    static ApiError noSuchUrl(String method, String path) {
        return new ApiError(404, "Invalid URL (" + method + " " + path + ")", BAD_REQUEST, null);
    }

    ApiError(int status, String message, String type, @Nullable String code) {
        this(status, message, type, null, code, null, Duration.ZERO);
    }

    ApiError code(String other) {
        return new ApiError(status, message, type, param, other, retryAfter, delay);
    }

    ApiError retryAfter(Duration wait) {
        return new ApiError(status, message, type, param, code, wait, delay);
    }

    ApiError delay(Duration wait) {
        return new ApiError(status, message, type, param, code, retryAfter, wait);
    }

    private ApiError param(String name) {
        return new ApiError(status, message, type, name, code, retryAfter, delay);
    }

    ObjectNode body() {
        ObjectNode body = Json.object();
        body.putObject("error")
                .put("message", message)
                .put("type", type)
                .put("param", param)
                .put("code", code);
        return body;
    }

    Response response() {
        Response response = Response.json(status, body());
        if (retryAfter == null) {
            return response;
        }
        return response.with("Retry-After", Long.toString(retryAfter.toSeconds()))
                .with("retry-after-ms", Long.toString(retryAfter.toMillis()));
    }

    private static String typeOf(int status) {
        return status < 500 ? BAD_REQUEST : SERVER;
    }
}
