package dev.parley.local.command;

import dev.parley.local.aot.AotCaches;
import dev.parley.local.aot.AotRecording;
import dev.parley.local.data.DataFolder;
import dev.parley.local.database.PostgresServer;
import dev.parley.local.log.LogFile;
import dev.parley.local.plan.Plan;
import dev.parley.local.plan.ServiceLaunch;
import dev.parley.local.plan.Teaching;
import dev.parley.local.plan.Tracing;
import dev.parley.local.process.ProcessId;
import dev.parley.local.stack.Leftovers;
import dev.parley.local.stack.Part;
import dev.parley.local.stack.PartFailed;
import dev.parley.local.stack.RunLock;
import dev.parley.local.stack.StackParts;
import dev.parley.local.stack.StackState;
import dev.parley.local.stack.StateFile;
import dev.parley.local.stack.Supervisor;
import dev.parley.local.trace.TraceReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One life of a stack, from the lock on its data to the end of its last process. */
final class UpRun {

    private static final long LOG_BYTES = 32L << 20;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final int LAST_LINES = 25;
    private static final List<String> LIMITS =
            List.of("RATE_LIMIT_PER_MINUTE", "TURN_RATE_LIMIT_PER_MINUTE", "MAX_STREAMS_PER_CALLER");

    /** A service drains for up to 30 s; then it is killed. */
    private static final Duration GRACE = Duration.ofSeconds(35);

    /** Notes of 200 MB take a while on a busy machine. */
    private static final Duration GRACE_WITH_NOTES = Duration.ofMinutes(3);

    private final Home home;
    private final DataFolder data;
    private final UpOptions options;
    private final Screen screen;
    private final StateFile stateFile;
    private final AotCaches caches = new AotCaches();
    private final AotRecording recording;
    private volatile boolean ready;
    private volatile boolean stopping;
    private volatile @Nullable Supervisor supervisor;
    private volatile @Nullable RunLock lock;
    private volatile @Nullable TraceReceiver traces;

    UpRun(Home home, DataFolder data, UpOptions options, Screen screen) {
        this.home = home;
        this.data = data;
        this.options = options;
        this.screen = screen;
        this.stateFile = new StateFile(data.state());
        this.recording = new AotRecording(data.notes());
    }

    /** Starts everything. False, with the reason on the screen, when it did not work; stop is still to be called. */
    boolean start() throws IOException, InterruptedException {
        long since = System.nanoTime();
        Optional<RunLock> free = RunLock.take(data.lock());
        if (free.isEmpty()) {
            screen.say(alreadyRuns());
            return false;
        }
        lock = free.get();
        screen.say("Parley, data in " + data.root());
        clearLeftovers();
        if (options.fresh()) {
            data.forget();
        }
        Plan plan = Plan.of(options.wishes());
        Supervisor started = supervisor(plan);
        supervisor = started;
        record(plan);
        try {
            started.start();
        } catch (PartFailed e) {
            if (!stopping) {
                explain(e);
            }
            return false;
        }
        new Welcome(plan, data).lines((System.nanoTime() - since) / 1e9).forEach(screen::say);
        adviseOnCaches();
        // Last: who waits for this state has read all lines then.
        ready = true;
        record(plan);
        return true;
    }

    /** Where the API is; of a stack that was started. */
    String gatewayUrl() {
        return stateFile.read().orElseThrow().gatewayUrl();
    }

    /** Stops what was started, and gives the data free. Idempotent. */
    void stop() throws IOException {
        stopping = true;
        stopAll();
    }

    /** When all has stopped: makes caches of what the JVMs have noted down. False when one could not be made. */
    boolean writeCaches() throws IOException {
        if (!ready || !options.recordAot()) {
            return true;
        }
        screen.say("Writing AOT caches");
        return recording.write(screen::say);
    }

    /** Breaks that off. */
    void cancelCaches() {
        recording.cancel();
    }

    private synchronized void stopAll() throws IOException {
        Supervisor running = supervisor;
        if (running != null) {
            screen.say("Stopping");
            running.stop();
            stateFile.delete();
            supervisor = null;
        }
        closeQuietly();
    }

    private void closeQuietly() throws IOException {
        TraceReceiver receiver = traces;
        if (receiver != null) {
            receiver.close();
            traces = null;
        }
        RunLock held = lock;
        if (held != null) {
            held.close();
            lock = null;
        }
    }

    private String alreadyRuns() {
        String where = stateFile
                .read()
                .map(state -> " (process %d, %s)".formatted(state.launcher().pid(), state.gatewayUrl()))
                .orElse("");
        return "Already running on " + data.root() + where
                + ": ./deploy/local/status shows it, ./deploy/local/down stops it";
    }

    private void clearLeftovers() {
        stateFile
                .read()
                .map(Leftovers::stop)
                .filter(names -> !names.isEmpty())
                .ifPresent(names -> screen.say("  Stopped what an earlier run had left: " + String.join(", ", names)));
        stateFile.delete();
        PostgresServer.stopOrphan(data.postgres()).ifPresent(this::notice);
    }

    private Supervisor supervisor(Plan plan) throws IOException {
        ServiceLaunch launch = new ServiceLaunch(home.java(), plan, environment(), tracing(), teaching());
        launch.overridden().forEach(name -> notice(name + " of your environment is not used: this stack has its own"));
        List<Part> parts =
                new StackParts(data, home.binaries(), home.jars(), home.apps()).of(plan, launch, this::notice);
        parts.forEach(part -> data.log(part.name()).rotate());
        return new Supervisor(
                parts,
                screen,
                new Supervisor.Settings(
                        options.watch(), FIRST_WAIT, grace(), () -> record(plan), () -> boundLogs(parts)));
    }

    /** A crowd that teaches comes from one address; its limits are so wide that they are learnt and never reached. */
    private Map<String, String> environment() throws IOException {
        Map<String, String> environment = new HashMap<>(home.environment());
        if (options.recordAot()) {
            LIMITS.forEach(limit -> environment.put(limit, "1000000"));
        }
        return environment;
    }

    private Teaching teaching() {
        return options.recordAot() ? recording : caches;
    }

    private Duration grace() {
        return options.recordAot() ? GRACE_WITH_NOTES : GRACE;
    }

    private Optional<Tracing> tracing() throws IOException {
        if (!options.trace()) {
            return Optional.empty();
        }
        TraceReceiver receiver = TraceReceiver.start(data.traces());
        traces = receiver;
        return Optional.of(new Tracing(home.tracingAgent(), receiver.port()));
    }

    private synchronized void record(Plan plan) {
        Supervisor running = supervisor;
        if (running != null) {
            stateFile.write(new StackState(
                    ProcessId.of(ProcessHandle.current()),
                    ready,
                    plan.gatewayUrl(),
                    plan.bootstrapServers(),
                    plan.databaseUrl(),
                    running.parts()));
        }
    }

    private void boundLogs(List<Part> parts) {
        try {
            parts.forEach(part -> data.log(part.name()).bound(LOG_BYTES));
        } catch (UncheckedIOException e) {
            // A log too long is no reason to stop; the next time may succeed.
            notice(String.valueOf(e.getMessage()));
        }
    }

    private void adviseOnCaches() {
        if (options.recordAot()) {
            screen.say("Recording: when the stack is stopped, AOT caches are written, which takes some minutes");
        } else if (caches.missed()) {
            screen.say("Quicker from the next start on: ./deploy/local/train (once a build, some minutes)");
        }
    }

    /** Why one refused is all that there is to know; of any other end, its last words. */
    private void explain(PartFailed failure) {
        LogFile log = data.log(failure.part());
        screen.say("");
        log.refusal()
                .ifPresentOrElse(
                        line -> screen.say(failure.part() + ": " + LogFile.shortened(line)),
                        () -> showEnd(failure, log));
    }

    private void showEnd(PartFailed failure, LogFile log) {
        screen.say(String.valueOf(failure.getMessage()));
        List<String> last = log.lastLines(LAST_LINES);
        if (!last.isEmpty()) {
            screen.say("The end of " + log.path() + ":");
            last.forEach(line -> screen.say("  | " + LogFile.shortened(line)));
        }
    }

    private void notice(String notice) {
        screen.say("  " + notice);
    }
}
