package dev.parley.platform.work;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets run what was claimed, unless the lease broke meanwhile. */
final class Launcher {

    private final Lease lease;
    private final InFlight inFlight;
    private final Runner runner;
    private final JdbcClient database;
    private final WorkSettings settings;

    Launcher(Lease lease, InFlight inFlight, Runner runner, JdbcClient database, WorkSettings settings) {
        this.lease = lease;
        this.inFlight = inFlight;
        this.runner = runner;
        this.database = database;
        this.settings = settings;
    }

    boolean mayLaunch() {
        return lease.holds();
    }

    List<Claimed> launch(Supplier<List<Claimed>> claim) {
        int breaks = lease.breaks();
        List<Claimed> claimed = claim.get();
        claimed.forEach(item -> launch(item, breaks));
        return claimed;
    }

    /** Known to be in flight before the look at the lease: a break after that finds it there and asks whose it is. */
    private void launch(Claimed item, int breaks) {
        Execution execution =
                new Execution(item, new ItemFence(item.id(), item.attempt(), lease, database, settings), lease);
        inFlight.add(execution);
        if (lease.breaks() == breaks) {
            runner.start(execution);
        } else {
            runner.settle(execution, Verdicts.handedBack(Duration.ZERO, "the lease broke while it was claimed"));
        }
    }
}
