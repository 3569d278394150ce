package dev.parley.system.visitor;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** A whole answer to a request. */
public record Reply(HttpResponse<String> response) {
    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public JsonNode json() {
        return Json.read(response.body());
    }

    /** Empty when there is none. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** For messages of failed tests. */
    @Override
    public String toString() {
        return response.request().method() + " " + response.request().uri() + " → " + status() + " " + body();
    }
}
