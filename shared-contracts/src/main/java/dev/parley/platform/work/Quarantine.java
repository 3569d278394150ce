package dev.parley.platform.work;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims what is due, but items that may kill their process only when nothing else runs here. While room is made for such
 * suspects and they begin, nothing else is claimed. Whoever claims holds its lock: one thread at a time.
 */
final class Quarantine {

    /** How long what runs may take to end. What takes longer runs on beside the suspects: they may not starve. */
    static final Duration MAKE_ROOM = Duration.ofSeconds(30);

    /** How long suspects have to live before others are claimed beside it: whatever kills a process does it soon. */
    static final Duration ALONE = Duration.ofSeconds(10);

    /** How long others have their turn between two groups of suspects: nothing that is new may starve. */
    static final Duration BETWEEN = Duration.ofSeconds(5);

    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(Quarantine.class);

    private final Suspects suspects;
    private final Launcher launcher;
    private final InFlight inFlight;
    private final Claimer claimer;
    private final Lease clock;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean stopped;
    private List<String> reserved = List.of();
    private boolean alone;
    private Duration pause = LOOK;
    private long since;

    Quarantine(Suspects suspects, Launcher launcher, InFlight inFlight, Claimer claimer, Lease clock) {
        this.suspects = suspects;
        this.launcher = launcher;
        this.inFlight = inFlight;
        this.claimer = claimer;
        this.clock = clock;
        this.since = clock.now();
    }

    /** Claims, until it is stopped. */
    void claimAll() {
        whileNobodyClaims(() -> {
            if (!stopped) {
                claimWhatMay();
            }
        });
    }

    /** Has something else claimed instead, unless somebody does just now, or nothing may be claimed. */
    boolean tryAside(BooleanSupplier claim) {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            return !stopped && !alone && reserved.isEmpty() && claim.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    /** Does something while nobody claims. */
    void whileNobodyClaims(Runnable what) {
        lock.lock();
        try {
            what.run();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing is claimed any more when it returns. */
    void stop() {
        whileNobodyClaims(() -> stopped = true);
    }

    private void claimWhatMay() {
        if (alone && (inFlight.isEmpty() || passed(ALONE))) {
            alone = false;
            since = clock.now();
            pause = BETWEEN;
        }
        if (!alone && !isAboutASuspect()) {
            claimer.claimAll();
        }
    }

    private boolean isAboutASuspect() {
        if (reserved.isEmpty()) {
            reserve();
        } else {
            launchWhenThereIsRoom();
        }
        return alone || !reserved.isEmpty();
    }

    private void reserve() {
        if (!launcher.mayLaunch() || !passed(pause)) {
            return;
        }
        since = clock.now();
        pause = LOOK;
        reserved = suspects.reserve(MAKE_ROOM.multipliedBy(2));
        if (!reserved.isEmpty()) {
            log.warn(
                    "The heads of these lanes have lost their workers more than once, nothing runs beside them: {}",
                    reserved);
            launchWhenThereIsRoom();
        }
    }

    private void launchWhenThereIsRoom() {
        if ((inFlight.isEmpty() || passed(MAKE_ROOM)) && launcher.mayLaunch()) {
            List<String> lanes = reserved;
            reserved = List.of();
            since = clock.now();
            alone = !launcher.launch(() -> suspects.claim(lanes)).isEmpty();
        }
    }

    private boolean passed(Duration time) {
        return clock.now() - since >= time.toNanos();
    }
}
