package dev.parley.local.stack;

import dev.parley.local.process.ProcessId;
import java.util.List;
import java.util.Optional;

/**
 * What runs, as the other commands read it.
 *
 * @param launcher the process that started it and will stop it
 * @param ready whether everything has started
 */
public record StackState(
        ProcessId launcher,
        boolean ready,
        String gatewayUrl,
        String bootstrapServers,
        String databaseUrl,
        List<PartState> parts) {

    public Optional<ProcessHandle> launcherProcess() {
        return launcher.find();
    }

    public Optional<PartState> kafka() {
        return named(PartState.KAFKA);
    }

    public Optional<PartState> postgres() {
        return named(PartState.POSTGRES);
    }

    public List<PartState> services() {
        return parts.stream().filter(PartState::servesHttp).toList();
    }

    private Optional<PartState> named(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }
}
