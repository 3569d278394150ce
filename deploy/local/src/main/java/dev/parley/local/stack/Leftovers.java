package dev.parley.local.stack;

import dev.parley.local.process.ProcessId;
import dev.parley.local.process.Processes;
import java.time.Duration;
import java.util.List;

/** Processes of a stack whose launcher was killed. */
public final class Leftovers {

    private static final Duration GRACE = Duration.ofSeconds(35);

    private Leftovers() {}

    /**
     * Stops those that still run, as the launcher would have.
     *
     * @return their names
     */
    public static List<String> stop(StackState state) {
        List<PartState> alive = state.parts().stream().filter(PartState::alive).toList();
        Tiers.highestFirst(alive, PartState::tier).forEach(Leftovers::stopTier);
        return alive.stream().map(PartState::name).toList();
    }

    private static void stopTier(List<PartState> tier) {
        for (PartState part : tier) {
            part.process().find().ifPresent(process -> Processes.signal(process, part.stopSignal()));
        }
        tier.stream().map(PartState::process).forEach(Leftovers::awaitEnd);
    }

    private static void awaitEnd(ProcessId id) {
        id.find()
                .filter(process -> !Processes.ended(process, GRACE))
                .ifPresent(process -> Processes.signal(process, "KILL"));
    }
}
