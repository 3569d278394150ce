package dev.parley.local.command;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Runs a stack for as long as this process is wanted. */
final class Foreground {

    private final UpRun run;
    private volatile boolean failed;
    private final CountDownLatch wanted = new CountDownLatch(1);

    Foreground(UpRun run) {
        this.run = run;
    }

    /**
     * Returns 1 when the stack did not start. Otherwise a signal, or the end of the parent, ends the process.
     *
     * @param parent the process that wants the stack, 0 for none
     */
    int run(long parent) throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndHalt, "stop-all"));
        if (!started()) {
            failed = true;
            run.stop();
            return 1;
        }
        follow(parent);
        wanted.await();
        return 0;
    }

    private boolean started() throws IOException, InterruptedException {
        try {
            return run.start();
        } catch (IllegalArgumentException | IllegalStateException e) {
            Screen.standard().say(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void follow(long parent) {
        if (parent == 0) {
            return;
        }
        CompletableFuture<?> gone = ProcessHandle.of(parent)
                .<CompletableFuture<?>>map(ProcessHandle::onExit)
                .orElse(CompletableFuture.completedFuture(null));
        var _ = gone.thenRun(wanted::countDown);
    }

    /** Being asked to end is no failure: the exit code is 0 when everything stopped. */
    private void stopAndHalt() {
        boolean asked = !failed;
        try {
            run.stop();
            if (asked) {
                run.writeCaches();
            }
        } catch (IOException | RuntimeException e) {
            Screen.standard().say("Not everything stopped: " + e.getMessage());
            return;
        }
        if (asked) {
            Runtime.getRuntime().halt(0);
        }
    }
}
