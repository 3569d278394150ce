package dev.parley.agent.turn;

import dev.parley.agent.assistant.Assistant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An assistant at work.
 *
 * @param above the ids of those from whom it has its task, through whomever
 */
record Role(Assistant assistant, List<String> above) {
    /** So often may a part of a part be handed on. */
    private static final int MOST_ABOVE = 3;

    static Role lead(Assistant assistant) {
        return new Role(assistant, List.of());
    }

    /** Those that it may hand something to: nobody gets a part of what is his own task. */
    List<Assistant> others(Function<String, Optional<Assistant>> byId) {
        return above.size() == MOST_ABOVE
                ? List.of()
                : assistant.handsTo().stream()
                        .filter(id -> !id.equals(assistant.id()) && !above.contains(id))
                        .flatMap(id -> byId.apply(id).stream())
                        .toList();
    }

    Role handingTo(Assistant other) {
        List<String> all = new ArrayList<>(above);
        all.add(assistant.id());
        return new Role(other, List.copyOf(all));
    }
}
