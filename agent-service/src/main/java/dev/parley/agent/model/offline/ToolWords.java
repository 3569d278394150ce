package dev.parley.agent.model.offline;

import dev.parley.agent.model.ModelMessage.ToolAnswer;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.platform.messaging.WireJson;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Words what tools answered. Every name and number in it is one of the answer's. */
final class ToolWords {
    private final ScoutWords scout;
    private final PlaceWords places;
    private final FailureWords failures;
    private final PlainWords plain;

    ToolWords(Phrasebook phrases) {
        this.scout = new ScoutWords(phrases);
        this.places = new PlaceWords(phrases);
        this.failures = new FailureWords(phrases);
        this.plain = new PlainWords(phrases);
    }

    String about(Conversation conversation, List<ToolDescription> tools) {
        return conversation.answers().stream()
                .map(it -> about(it, conversation, tools))
                .collect(Collectors.joining("\n\n"));
    }

    private String about(ToolAnswer answer, Conversation conversation, List<ToolDescription> tools) {
        JsonNode result = json(answer.content());
        String seed = conversation.utterance();
        if (result.path("error").isString()) {
            JsonNode arguments = json(conversation.arguments().getOrDefault(answer.requestId(), "{}"));
            return failures.of(name(answer, tools), result, arguments, seed);
        }
        if (result.path("assistant").isString() && result.path("answer").isString()) {
            return result.path("answer").asString();
        }
        if (result.path("candidates").isArray()) {
            return scout.of(result, seed);
        }
        return result.path("places").isArray() ? places.of(result, seed) : plain.of(name(answer, tools), result, seed);
    }

    private static String name(ToolAnswer answer, List<ToolDescription> tools) {
        return tools.stream()
                .filter(it -> it.toolId().equals(answer.toolId()))
                .map(ToolDescription::name)
                .findFirst()
                .orElse(answer.toolId());
    }

    private static JsonNode json(String text) {
        try {
            return Objects.requireNonNullElse(WireJson.mapper().readTree(text), MissingNode.getInstance());
        } catch (JacksonException e) {
            return WireJson.mapper().createObjectNode().put("text", text);
        }
    }
}
