package dev.parley.agent.model;

import dev.parley.platform.messaging.WireJson;
import java.util.List;
import java.util.Optional;

/**
 * A conversation that is to be summed up, as a model reads it.
 *
 * @param summary of what came before; perhaps empty
 * @param said oldest first
 */
public record Transcript(String summary, List<Line> said) {
    /** @param speaker {@link #USER} or another */
    public record Line(String speaker, String text) {}

    public static final String USER = "user";

    public Transcript {
        said = List.copyOf(said);
    }

    /** @param prompt what is to be made of it */
    public List<ModelMessage> messages(String prompt) {
        String json = WireJson.mapper().writeValueAsString(this);
        return List.of(new ModelMessage.Instructions(prompt), new ModelMessage.User(DataMark.around(json)));
    }

    /** What these messages ask to be summed up; empty for any other conversation. */
    public static Optional<Transcript> in(List<ModelMessage> messages) {
        return messages.size() == 2 && messages.getLast() instanceof ModelMessage.User user
                ? DataMark.inside(user.text()).map(json -> WireJson.mapper().readValue(json, Transcript.class))
                : Optional.empty();
    }
}
