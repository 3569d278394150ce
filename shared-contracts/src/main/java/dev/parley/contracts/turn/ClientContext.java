package dev.parley.contracts.turn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client brings along that keeps its conversation itself. The model reads this instead of what is remembered.
 *
 * @param messages the whole conversation, oldest first, with the question in it
 * @param instructions what the model's part is, in place of our own prompt; so is a system's message
 */
public record ClientContext(
        List<ContextMessage> messages,
        ToolOffer tools,
        AnswerBounds bounds,
        @Nullable String instructions) {}
