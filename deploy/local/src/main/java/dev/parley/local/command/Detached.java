package dev.parley.local.command;

import dev.parley.local.data.DataFolder;
import dev.parley.local.log.LogFile;
import dev.parley.local.log.LogFollower;
import dev.parley.local.process.Child;
import dev.parley.local.process.Launch;
import dev.parley.local.process.Processes;
import dev.parley.local.stack.RunLock;
import dev.parley.local.stack.StateFile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts the launcher once more, behind, and shows what it says until all is ready. */
final class Detached {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration STOP = Duration.ofMinutes(3);

    private final Home home;
    private final DataFolder data;
    private final Screen screen;

    Detached(Home home, DataFolder data, Screen screen) {
        this.home = home;
        this.data = data;
        this.screen = screen;
    }

    /** 0 when the stack is ready; 1 with the reason on the screen and nothing left behind when it is not. */
    int run(List<String> arguments) throws IOException {
        LogFile log = data.log("launcher");
        // The log of a launcher that runs stays its own; this one would only say that it cannot start.
        if (isFree()) {
            log.rotate();
        }
        LogFollower said = LogFollower.fromEnd(log.path(), screen::say);
        Child launcher = Child.start(
                new Launch("the launcher", SelfCommand.java(home, behind(arguments)), System.getenv(), log.path()));
        Thread undo = new Thread(() -> launcher.stop(STOP), "stop-launcher");
        Runtime.getRuntime().addShutdownHook(undo);
        boolean ready = awaitReady(launcher, said);
        if (ready) {
            Runtime.getRuntime().removeShutdownHook(undo);
            screen.say("Running in the background: ./deploy/local/status shows it, ./deploy/local/down stops it");
        }
        return ready ? 0 : 1;
    }

    private boolean awaitReady(Child launcher, LogFollower said) {
        boolean ended = false;
        boolean ready = false;
        while (!ended && !ready) {
            ended = Processes.ended(launcher.process().toHandle(), POLL);
            ready = isReady(launcher);
            said.poll();
        }
        return ready;
    }

    private boolean isReady(Child launcher) {
        return new StateFile(data.state())
                .read()
                .filter(state -> state.ready()
                        && state.launcher().pid() == launcher.process().pid())
                .isPresent();
    }

    private boolean isFree() throws IOException {
        Optional<RunLock> lock = RunLock.take(data.lock());
        if (lock.isPresent()) {
            lock.get().close();
        }
        return lock.isPresent();
    }

    static List<String> behind(List<String> arguments) {
        List<String> same = new ArrayList<>(arguments);
        same.remove("--detach");
        return same;
    }
}
