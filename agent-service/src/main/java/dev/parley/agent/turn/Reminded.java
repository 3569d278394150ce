package dev.parley.agent.turn;

import dev.parley.agent.model.ModelMessage;
import dev.parley.contracts.turn.Citation;
import java.util.List;

/**
 * What a model gets to read.
 *
 * @param citations of the documents among it
 * @param exposed whether something of it comes from somebody else than the user and the operator
 * @param overfull whether some of what is remembered is to be summed up
 */
record Reminded(List<ModelMessage> messages, List<Citation> citations, boolean exposed, boolean overfull) {}
