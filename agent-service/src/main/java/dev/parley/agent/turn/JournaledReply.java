package dev.parley.agent.turn;

import dev.parley.agent.model.ModelReply;
import org.jspecify.annotations.Nullable;

/**
 * What a model said in a step.
 *
 * @param model which one; absent in journals from before it was written down
 * @param exposed whether it had read by then what neither its user nor the operator wrote
 */
record JournaledReply(ModelReply reply, @Nullable String model, boolean exposed) {}
