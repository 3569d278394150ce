package dev.parley.agent.tool.http;

import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.ToolEffect;
import dev.parley.agent.yaml.WrongField;
import dev.parley.platform.messaging.WireJson;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a tool asks, with places for its arguments. */
final class RequestTemplate {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String EFFECT_HEADER = "Idempotency-Key";

    private final String method;
    private final UrlTemplate url;
    private final Map<String, String> headers;
    private final @Nullable BodyTemplate body;
    private final boolean sendsEffect;

    private RequestTemplate(
            String method,
            UrlTemplate url,
            Map<String, String> headers,
            @Nullable BodyTemplate body,
            boolean sendsEffect) {
        this.method = method;
        this.url = url;
        this.headers = headers;
        this.body = body;
        this.sendsEffect = sendsEffect;
    }

    /** @throws WrongField for the first field that cannot be used */
    static RequestTemplate of(ToolFile.Request request, ToolDescription tool, Secrets secrets) {
        String method = Objects.requireNonNullElse(request.method(), "GET").toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            throw new WrongField("request.method", "must be one of GET, POST, PUT, PATCH, DELETE");
        }
        JsonNode given = request.body();
        JsonNode body = given == null || given.isNull() || given.isMissingNode() ? null : given;
        if (body != null && method.equals("GET")) {
            throw new WrongField("request.body", "cannot be sent with GET");
        }
        Set<String> parameters = ParameterSubset.names(tool.parameters());
        return new RequestTemplate(
                method,
                UrlTemplate.of(request, parameters, ParameterSubset.always(tool.parameters()), secrets),
                HeaderValues.of(Objects.requireNonNullElse(request.headers(), Map.of()), secrets),
                body == null ? null : BodyTemplate.of(body, "request.body", parameters, secrets),
                tool.effect() == ToolEffect.IDEMPOTENT_WRITE);
    }

    HttpRequest fill(Map<String, @Nullable Object> arguments, String effectId) throws UnusableArgument {
        var request = HttpRequest.newBuilder(url.fill(arguments)).header("Accept", "application/json, text/*;q=0.5");
        headers.forEach(request::setHeader);
        if (sendsEffect) {
            request.setHeader(EFFECT_HEADER, effectId);
        }
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        return request.method(method, content(arguments)).build();
    }

    private BodyPublisher content(Map<String, @Nullable Object> arguments) {
        JsonNode filled = body == null ? null : body.fill(arguments);
        return filled == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(WireJson.mapper().writeValueAsBytes(filled));
    }
}
