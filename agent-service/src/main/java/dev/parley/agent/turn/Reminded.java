package dev.parley.agent.turn;

import dev.parley.agent.model.ModelMessage;
import dev.parley.contracts.turn.Citation;
import java.util.List;

/**
 * What a model gets to read.
 *
 * @param citations of the documents among it
 */
record Reminded(List<ModelMessage> messages, List<Citation> citations) {}
