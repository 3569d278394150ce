package dev.parley.platform.work;

import dev.parley.platform.time.IdSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Has a worker while the application runs; a new one each time that it is started. */
final class WorkRuntime implements SmartLifecycle {

    /** After listeners and open requests have ended, before web server, pool and producers go. */
    static final int PHASE = DEFAULT_PHASE - 1536;

    private final WorkAssembly assembly;
    private final IdSource ids;
    private @Nullable Worker worker;
    private volatile @Nullable UUID id;

    WorkRuntime(WorkAssembly assembly, IdSource ids) {
        this.assembly = assembly;
        this.ids = ids;
    }

    @Override
    public synchronized void start() {
        if (worker == null) {
            UUID next = ids.next();
            worker = assembly.worker(next);
            id = next;
            worker.start();
        }
    }

    /** Nothing more is claimed when it returns; the rest takes its time. */
    @Override
    public void stop(Runnable whenDone) {
        stopClaiming();
        Thread.ofPlatform().name("work-drain").start(() -> {
            stop();
            whenDone.run();
        });
    }

    private synchronized void stopClaiming() {
        if (worker != null) {
            worker.stopClaiming();
        }
    }

    @Override
    public synchronized void stop() {
        try {
            if (worker != null) {
                worker.stop();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            worker = null;
            id = null;
        }
    }

    /** Of the worker that there is. */
    @Nullable
    UUID worker() {
        return id;
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
