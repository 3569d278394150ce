package dev.parley.local.command;

import dev.parley.local.data.DataFolder;
import dev.parley.local.log.LogFile;
import dev.parley.local.log.LogFollower;
import dev.parley.local.process.Processes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what the parts have written. */
@Command(name = "logs", description = "The logs of one part, or of all.")
final class LogsCommand implements Callable<Integer> {

    private static final int POLL_MS = 250;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "A service, a replica (agent-service-2), kafka, postgres or launcher")
    private String name = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is written from now")
    private boolean follow;

    @Option(names = "-n", paramLabel = "LINES", description = "How many lines back (default: ${DEFAULT-VALUE})")
    private int count = 100;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException {
        DataFolder folder = data.folder(Home.ofScripts());
        Screen screen = Screen.standard();
        List<String> names = name.isEmpty() ? names(folder) : List.of(existing(folder));
        List<LogFollower> followers = new ArrayList<>();
        for (String each : names) {
            String prefix = names.size() == 1 ? "" : each + " | ";
            LogFile log = folder.log(each);
            followers.add(LogFollower.fromEnd(log.path(), line -> screen.say(prefix + line)));
            log.lastLines(count).forEach(line -> screen.say(prefix + line));
        }
        while (follow) {
            followers.forEach(LogFollower::poll);
            pause();
        }
        return 0;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException e) {
            throw Processes.interrupted(e);
        }
    }

    /** A service may be called without its "-service". */
    private String existing(DataFolder folder) throws IOException {
        for (String candidate : List.of(name, name + "-service")) {
            if (Files.exists(folder.log(candidate).path())) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("No log of '" + name + "': there are " + String.join(", ", names(folder)));
    }

    static List<String> names(DataFolder folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder.logs(), "*.log")) {
            logs.forEach(log -> names.add(log.getFileName().toString().replaceFirst("\\.log$", "")));
        } catch (NoSuchFileException _) {
            return List.of();
        }
        names.sort(null);
        return names;
    }
}
