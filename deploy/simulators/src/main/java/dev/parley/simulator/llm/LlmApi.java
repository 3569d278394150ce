package dev.parley.simulator.llm;

import dev.parley.simulator.http.Exchange;
import dev.parley.simulator.http.Handler;
import dev.parley.simulator.http.Json;
import dev.parley.simulator.http.Request;
import dev.parley.simulator.http.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The routes: what OpenAI has under {@code /v1}, Anthropic's messages, and under {@code /sim} what the simulator tells of itself. */
final class LlmApi implements Handler {
    private static final String BEARER = "Bearer ";

    private static final Wire OPENAI = new OpenAiWire();
    private static final Wire ANTHROPIC = new AnthropicWire();

    private final Playbook playbook;
    private final Traffic traffic;
    private final Clock clock;
    private final Models models;

    LlmApi(Playbook playbook, Traffic traffic, Clock clock) {
        this.playbook = playbook;
        this.traffic = traffic;
        this.clock = clock;
        this.models = new Models(clock.instant());
    }

    @Override
    public void handle(Exchange exchange) {
        Request request = exchange.request();
        if (!request.path().startsWith("/v1/")) {
            exchange.respond(outside(request));
            return;
        }
        if (request.path().equals("/v1/messages")) {
            messages(exchange, request);
            return;
        }
        Optional<ApiError> refused = checkKey(request);
        if (refused.isPresent()) {
            exchange.respond(refused.get().response());
        } else {
            v1(exchange, request);
        }
    }

    private Response outside(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /sim/stats" -> Response.json(200, traffic.asJson());
            case "GET /sim/requests" -> Response.json(200, received(request));
            default -> noSuchUrl(request);
        };
    }

    /** Any key will do but one that says that it is none. */
    private static Optional<ApiError> checkKey(Request request) {
        String authorization = request.header("authorization").orElse("");
        if (!authorization.startsWith(BEARER) || authorization.length() == BEARER.length()) {
            return Optional.of(ApiError.noKey());
        }
        return authorization.startsWith(BEARER + "invalid") ? Optional.of(ApiError.of(401)) : Optional.empty();
    }

    private void v1(Exchange exchange, Request request) {
        switch (request.method() + " " + request.path()) {
            case "POST /v1/chat/completions" -> chat(exchange, request);
            case "POST /v1/embeddings" -> exchange.respond(embeddings(request));
            case "GET /v1/models" -> exchange.respond(models.list());
            default -> exchange.respond(models.one(request).orElseGet(() -> noSuchUrl(request)));
        }
    }

    private void chat(Exchange exchange, Request request) {
        try {
            JsonNode body = Json.MAPPER.readTree(request.body());
            ChatRequestView view = ChatRequestView.of(request, body);
            traffic.requests().add(view);
            requireChat(body);
            answer(exchange, view, OPENAI, playbook.reply(view, clock));
        } catch (JacksonException notJson) {
            exchange.respond(notJson().response());
        } catch (IllegalArgumentException wrong) {
            exchange.respond(
                    ApiError.badRequest(String.valueOf(wrong.getMessage())).response());
        } catch (BadRequest wrong) {
            exchange.respond(wrong.error().response());
        }
    }

    private void messages(Exchange exchange, Request request) {
        Optional<ApiError> refused = MessagesApi.checkKey(request);
        if (refused.isPresent()) {
            exchange.respond(ANTHROPIC.refusal(refused.get()));
            return;
        }
        try {
            JsonNode body = Json.MAPPER.readTree(request.body());
            ChatRequestView view = ChatRequestView.ofMessages(request, body);
            traffic.requests().add(view);
            MessagesApi.require(body);
            answer(exchange, view, ANTHROPIC, playbook.reply(view, clock));
        } catch (JacksonException notJson) {
            exchange.respond(ANTHROPIC.refusal(ApiError.badRequest("The request body is not valid JSON.")));
        } catch (IllegalArgumentException wrong) {
            exchange.respond(ANTHROPIC.refusal(ApiError.badRequest(String.valueOf(wrong.getMessage()))));
        } catch (BadRequest wrong) {
            exchange.respond(ANTHROPIC.refusal(wrong.error()));
        }
    }

    private static void requireChat(JsonNode body) {
        for (String parameter : List.of("model", "messages")) {
            if (body.path(parameter).isEmpty()
                    && body.path(parameter).asString("").isEmpty()) {
                throw new BadRequest(ApiError.missing(parameter));
            }
        }
    }

    private void answer(Exchange exchange, ChatRequestView request, Wire wire, Reply reply) {
        switch (reply) {
            case Reply.Refusal refusal ->
                exchange.wheel().after(refusal.error().delay(), () -> exchange.respond(wire.refusal(refusal.error())));
            case Reply.Utterance said -> {
                Completion completion = Completion.of(request, clock);
                if (request.stream()) {
                    ChatStream.begin(exchange, completion, wire, said, traffic);
                } else {
                    WholeAnswer.begin(exchange, completion, wire, said, traffic);
                }
            }
        }
    }

    private Response embeddings(Request request) {
        try {
            JsonNode body = Json.MAPPER.readTree(request.body());
            traffic.embeddings().add(body);
            return playbook.embeddingFailure().map(ApiError::response).orElseGet(() -> Embeddings.of(body));
        } catch (JacksonException notJson) {
            return notJson().response();
        } catch (BadRequest wrong) {
            return wrong.error().response();
        }
    }

    private JsonNode received(Request request) {
        List<ChatRequestView> all = traffic.requests().all();
        int last = request.parameter("last").map(Integer::parseInt).orElse(10);
        var items = Json.array();
        all.subList(Math.max(all.size() - last, 0), all.size()).forEach(view -> items.add(asJson(view)));
        return items;
    }

    private static JsonNode asJson(ChatRequestView view) {
        var item = Json.object();
        var headers = item.putObject("headers");
        view.headers().forEach(headers::put);
        return item.set("body", view.body());
    }

    private static ApiError notJson() {
        return ApiError.badRequest("We could not parse the JSON body of your request.");
    }

    private static Response noSuchUrl(Request request) {
        return ApiError.noSuchUrl(request.method(), request.path()).response();
    }
}
