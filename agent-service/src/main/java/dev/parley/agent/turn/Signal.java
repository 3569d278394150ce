package dev.parley.agent.turn;

import dev.parley.agent.model.ModelFailure;
import dev.parley.agent.model.ModelReply;

/** What happens to a step of the model, handed to the turn's own thread. */
sealed interface Signal {
    record Finished(ModelReply reply) implements Signal {}

    record Failed(ModelFailure failure) implements Signal {}

    /** There is no room for more text. */
    record Full() implements Signal {}

    /** The text can go nowhere any more. */
    record Broken(RuntimeException why) implements Signal {}
}
