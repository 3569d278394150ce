package dev.parley.local.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What java.lang.Process leaves out: any signal, and waits that keep the interrupt. */
public final class Processes {

    private Processes() {}

    /** Sends a signal by name, such as INT; a process that is gone already is fine. */
    public static void signal(ProcessHandle process, String name) {
        try {
            // The shell's own kill: a kill program is not installed everywhere.
            new ProcessBuilder("sh", "-c", "kill -s \"$0\" \"$1\"", name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot signal process " + process.pid(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Whether the process ended within the time. */
    public static boolean ended(ProcessHandle process, Duration within) {
        try {
            process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return !process.isAlive();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot wait for process " + process.pid(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Keeps the interrupt and turns it into an unchecked exception. */
    public static UncheckedIOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        InterruptedIOException cause = new InterruptedIOException("Interrupted");
        cause.initCause(e);
        return new UncheckedIOException(cause);
    }
}
