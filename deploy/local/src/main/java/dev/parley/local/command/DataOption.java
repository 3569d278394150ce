package dev.parley.local.command;

import dev.parley.local.data.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which stack a command is about. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The stack's data folder (default: PARLEY_DATA, or deploy/local/data)")
    private @Nullable Path chosen;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this")
    @SuppressWarnings("unused") // The parser acts on it.
    private boolean help;

    DataFolder folder(Home home) throws IOException {
        if (chosen != null) {
            return new DataFolder(chosen);
        }
        String set = home.environment().get("PARLEY_DATA");
        return new DataFolder(set == null || set.isBlank() ? home.local().resolve("data") : Path.of(set));
    }
}
