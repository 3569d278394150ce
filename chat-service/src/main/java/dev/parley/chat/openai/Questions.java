package dev.parley.chat.openai;

import dev.parley.chat.catalog.Catalog;
import dev.parley.chat.turn.Asked;
import dev.parley.chat.turn.RequestHash;
import dev.parley.contracts.catalog.AgentCatalog;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.contracts.turn.AnswerBounds;
import dev.parley.contracts.turn.ClientContext;
import dev.parley.contracts.turn.ClientTool;
import dev.parley.contracts.turn.ContextMessage;
import dev.parley.contracts.turn.OnBusy;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes questions of what OpenAI's clients ask. */
@Component
class Questions {
    /** The model that questions get which name none. */
    static final String DEFAULT_MODEL = "default";

    private static final String CHANNEL = "api";
    private static final int MOST_STOPS = 4;
    private static final int LONGEST_STOP = 500;
    /** It goes into one record of the log, with room for what stands beside it. */
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private record Hashed(
            @Nullable String model,
            ClientContext context,
            @Nullable ConversationId conversation) {}

    private final Catalog catalog;

    Questions(Catalog catalog) {
        this.catalog = catalog;
    }

    /** @throws ProblemException 400 for what is not supported, 413 for too much, 422 for what is not valid */
    Asked of(CompletionRequest request) {
        requireSupported(request);
        ClientContext context = context(request);
        return asked(request.model(), context, context.messages(), Optional.empty(), null);
    }

    /** The name of the model that answers, as far as it is known before it does. */
    String modelOf(@Nullable String asked) {
        String named = named(asked);
        return named == null ? catalog.offered().map(AgentCatalog::defaultModel).orElse(DEFAULT_MODEL) : named;
    }

    /**
     * @param news what was said since the last answer
     * @param conversation that it goes on with
     * @param note what the answer says again
     * @throws ProblemException 404 for a model that is not there, 413 for too much
     */
    Asked asked(
            @Nullable String model,
            ClientContext context,
            List<ContextMessage> news,
            Optional<ConversationId> conversation,
            @Nullable String note) {
        if (WireJson.write(context).length > MOST_BYTES) {
            throw new ProblemException(
                    ProblemCode.PAYLOAD_TOO_LARGE, "The conversation and its tools are too large together.");
        }
        String named = named(model);
        if (named != null && catalog.lacks(named)) {
            throw Unsupported.noModel(named);
        }
        return new Asked(
                question(news),
                conversation,
                null,
                null,
                named,
                OnBusy.ENQUEUE,
                CHANNEL,
                context,
                note,
                RequestHash.of(new Hashed(named, context, conversation.orElse(null))));
    }

    private static @Nullable String named(@Nullable String model) {
        return model == null || model.equals(DEFAULT_MODEL) ? null : model;
    }

    private static void requireSupported(CompletionRequest request) {
        Unsupported.require(request.n() == null || request.n() == 1, "n", "must be 1");
        Unsupported.require(!Boolean.TRUE.equals(request.logprobs()), "logprobs", "must be false");
        Unsupported.requireAbsent(request.functions(), "functions", ": use tools");
        Unsupported.require(
                request.modalities() == null || request.modalities().equals(List.of("text")),
                "modalities",
                "must be [\"text\"]");
        JsonNode format = request.responseFormat();
        Unsupported.require(
                format == null
                        || format.isNull()
                        || format.path("type").asString("").equals("text"),
                "response_format",
                "must be of type text");
    }

    private static ClientContext context(CompletionRequest request) {
        return new ClientContext(
                CompletionMessages.read(request.allMessages()),
                FunctionOffer.of(tools(request.allTools()), request.toolChoice()),
                new AnswerBounds(request.temperature(), request.mostTokens(), stops(request.stop())),
                null);
    }

    private static List<ClientTool> tools(List<ToolParam> params) {
        List<ClientTool> tools = new ArrayList<>();
        for (ToolParam param : params) {
            Unsupported.require(
                    "function".equals(param.type()), "tools[" + tools.size() + "].type", "must be function");
            var function = param.function();
            tools.add(FunctionOffer.tool(function.name(), function.description(), function.parameters()));
        }
        return tools;
    }

    private static List<String> stops(@Nullable JsonNode stop) {
        if (stop == null || stop.isNull()) {
            return List.of();
        }
        List<JsonNode> all = stop.isArray() ? stop.valueStream().toList() : List.of(stop);
        if (all.size() > MOST_STOPS || !all.stream().allMatch(Questions::isStop)) {
            throw ProblemException.invalidField(
                    "stop", "must be a text, or at most four, of 1 to " + LONGEST_STOP + " characters");
        }
        return all.stream().map(JsonNode::asString).toList();
    }

    private static boolean isStop(JsonNode text) {
        return text.isString() && !text.asString().isEmpty() && text.asString().length() <= LONGEST_STOP;
    }

    /** What is stored as the question: what the user said last, or whatever was said last where no user did. */
    private static String question(List<ContextMessage> messages) {
        return last(messages, true)
                .or(() -> last(messages, false))
                .map(Questions::shortened)
                .orElseThrow(() -> ProblemException.invalidField("messages", "must say something"));
    }

    private static Optional<String> last(List<ContextMessage> messages, boolean byUser) {
        return messages.reversed().stream()
                .filter(message -> !byUser || message.role() == ContextMessage.Role.USER)
                .map(ContextMessage::text)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /** The model reads all of it. */
    private static String shortened(String text) {
        if (text.length() <= Asked.LONGEST_MESSAGE) {
            return text;
        }
        int end = Asked.LONGEST_MESSAGE;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
