package dev.parley.local.command;

import dev.parley.local.data.DataFolder;
import dev.parley.local.data.Folders;
import dev.parley.local.plan.Service;
import dev.parley.local.plan.Wishes;
import dev.parley.local.sample.Crowd;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings up a stack of its own, lets a crowd loose on it, and makes AOT caches of what its JVMs have learnt. */
@Command(
        name = "train",
        description = "Makes later starts quicker: writes AOT caches, of what a stack of its own learns under a load.")
final class TrainCommand implements Callable<Integer> {

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long there is load on the stack (default ${DEFAULT-VALUE})")
    private int seconds = 30;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this")
    @SuppressWarnings("unused") // The parser acts on it.
    private boolean help;

    /** The script in front, as of up. */
    @Option(names = "--parent", hidden = true)
    private long parent;

    private final Screen screen = Screen.standard();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = Home.ofScripts();
        DataFolder data = new DataFolder(home.training());
        Wishes wishes = new Wishes(0, 0, 0, EnumSet.allOf(Service.class), Map.of(), Set.of());
        UpRun run = new UpRun(home, data, new UpOptions(wishes, true, false, false, true), screen);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> undo(run), "stop-all"));
        var _ = ProcessHandle.of(parent).map(ProcessHandle::onExit).map(end -> end.thenRun(() -> System.exit(1)));
        boolean trained = train(run);
        if (trained) {
            Folders.delete(data.root());
        }
        return trained ? 0 : 1;
    }

    private boolean train(UpRun run) throws IOException, InterruptedException {
        try {
            if (!run.start()) {
                return false;
            }
            screen.say("Learning for " + seconds + " s");
            long answers = new Crowd(run.gatewayUrl()).rush(Duration.ofSeconds(seconds));
            screen.say("  " + answers + " answers");
        } finally {
            run.stop();
        }
        return run.writeCaches();
    }

    private void undo(UpRun run) {
        try {
            run.cancelCaches();
            run.stop();
        } catch (IOException e) {
            screen.say("Not everything stopped: " + e.getMessage());
        }
    }
}
