package dev.parley.agent.inference;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How far a provider is with what it was asked for. */
sealed interface Prediction {
    /**
     * It is under way.
     *
     * @param id the provider's
     * @param fraction from 0 to 1
     * @param stage a word for people
     */
    record Running(String id, double fraction, String stage) implements Prediction {}

    /** Nothing becomes of it any more. */
    sealed interface Ended extends Prediction {
        /** How long it was computed; absent where the provider does not tell. */
        @Nullable
        Duration computed();
    }

    record Succeeded(JsonNode output, @Nullable Duration computed) implements Ended {}

    /** @param detail the provider's own words, for who has asked */
    record Failed(String code, String detail, @Nullable Duration computed) implements Ended {}
}
