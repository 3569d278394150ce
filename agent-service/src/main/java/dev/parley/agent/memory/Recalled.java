package dev.parley.agent.memory;

import java.util.List;

/**
 * What is remembered of a conversation.
 *
 * @param summary of what was said before the rest; empty: nothing was
 * @param said word by word, oldest first
 * @param exposed whether others than the user and the operator had a say in it: documents, tools
 * @param overfull whether some of it is to be summed up
 */
public record Recalled(String summary, List<Said> said, boolean exposed, boolean overfull) {
    public Recalled {
        said = List.copyOf(said);
    }
}
