package dev.parley.agent.turn;

import dev.parley.agent.model.ModelFailure;
import dev.parley.agent.model.ModelReply;

/** What happens to a step of the model, handed to the turn's own thread. */
sealed interface Signal {
    record Text(String piece) implements Signal {}

    record Finished(ModelReply reply) implements Signal {}

    record Failed(ModelFailure failure) implements Signal {}

    /** A record of the stream has arrived, or has not. */
    record Confirmed() implements Signal {}
}
