package dev.parley.contracts.golden;

import java.util.List;
import java.util.stream.Stream;

/** At least one of every type of event, with every component filled in somewhere. */
final class Samples {

    private Samples() {}

    static List<Sample> all() {
        return Stream.of(
                        TurnCommandSamples.all(),
                        TurnEventSamples.all(),
                        TurnOutcomeSamples.all(),
                        LocationSamples.all(),
                        ConversationSamples.all(),
                        AuditSamples.all(),
                        IdentitySamples.all())
                .flatMap(List::stream)
                .toList();
    }
}
