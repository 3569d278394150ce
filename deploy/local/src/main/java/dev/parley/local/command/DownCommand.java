package dev.parley.local.command;

import dev.parley.local.data.DataFolder;
import dev.parley.local.database.PostgresServer;
import dev.parley.local.process.Processes;
import dev.parley.local.stack.Leftovers;
import dev.parley.local.stack.StackState;
import dev.parley.local.stack.StateFile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the stack of a data folder, whoever started it. */
@Command(name = "down", description = "Stops everything cleanly. Data stay.")
final class DownCommand implements Callable<Integer> {

    /** Long when AOT caches are written at the end. */
    private static final Duration ORDERLY = Duration.ofMinutes(15);

    private final Screen screen = Screen.standard();

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException {
        return stop(data.folder(Home.ofScripts()), screen);
    }

    static int stop(DataFolder folder, Screen screen) {
        StateFile file = new StateFile(folder.state());
        Optional<StackState> state = file.read();
        long since = System.nanoTime();
        if (state.isEmpty()) {
            Optional<String> orphan = PostgresServer.stopOrphan(folder.postgres());
            screen.say(orphan.orElse("Nothing runs on " + folder.root()));
            return 0;
        }
        boolean orderly = state.get().launcherProcess().map(DownCommand::end).orElse(true);
        List<String> left = Leftovers.stop(state.get());
        file.delete();
        if (!left.isEmpty()) {
            screen.say("The launcher was gone; stopped what it had left: " + String.join(", ", left));
        }
        screen.say(String.format(Locale.ROOT, "Stopped in %.1f s", (System.nanoTime() - since) / 1e9));
        return orderly ? 0 : 1;
    }

    private static boolean end(ProcessHandle launcher) {
        launcher.destroy();
        if (Processes.ended(launcher, ORDERLY)) {
            return true;
        }
        launcher.destroyForcibly();
        return false;
    }
}
