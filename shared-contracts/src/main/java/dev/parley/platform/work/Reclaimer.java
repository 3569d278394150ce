package dev.parley.platform.work;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to items that nobody runs: takes over from silent workers, when we are sure that it is they who are silent. */
final class Reclaimer {

    private static final Logger log = LoggerFactory.getLogger(Reclaimer.class);

    private final UUID worker;
    private final LostWork lostWork;
    private final Lease lease;
    private final InFlight inFlight;
    private final WorkMetrics metrics;

    Reclaimer(UUID worker, LostWork lostWork, Lease lease, InFlight inFlight, WorkMetrics metrics) {
        this.worker = worker;
        this.lostWork = lostWork;
        this.lease = lease;
        this.inFlight = inFlight;
        this.metrics = metrics;
    }

    void takeOver() {
        if (!lease.mayJudgeOthers()) {
            return;
        }
        List<LostWork.Lost> due = lostWork.reclaim();
        for (LostWork.Lost lost : due) {
            metrics.reclaimed(lost.kind());
            log.debug("The worker of {} {} is silent: it is due again", lost.kind(), lost.id());
        }
        if (!due.isEmpty()) {
            log.warn("{} items whose workers are silent are due again, among them {}", due.size(), due.getFirst());
        }
    }

    void returnStray() {
        for (LostWork.Lost lost : lostWork.returnStray(worker, inFlight.ids())) {
            log.info("The answer to the claim of {} {} was lost: it is due again", lost.kind(), lost.id());
        }
    }
}
