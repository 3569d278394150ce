package dev.parley.platform.work;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims what is due, but an item that may kill its process only when nothing else runs here. While such a one is waited
 * for and begins, nothing else is claimed. By one thread at a time.
 */
final class Quarantine {

    /** How long what runs may take to end. What takes longer runs on beside the suspect: it may not starve. */
    static final Duration MAKE_ROOM = Duration.ofSeconds(30);

    /** How long a suspect has to live before others are claimed beside it: whatever kills a process does it soon. */
    static final Duration ALONE = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(Quarantine.class);

    private final Suspects suspects;
    private final Launcher launcher;
    private final InFlight inFlight;
    private final Claimer claimer;
    private final Lease clock;
    private @Nullable String reserved;
    private boolean alone;
    private long since;

    Quarantine(Suspects suspects, Launcher launcher, InFlight inFlight, Claimer claimer, Lease clock) {
        this.suspects = suspects;
        this.launcher = launcher;
        this.inFlight = inFlight;
        this.claimer = claimer;
        this.clock = clock;
        this.since = clock.now();
    }

    void claimAll() {
        if (alone) {
            alone = !inFlight.isEmpty() && !passed(ALONE);
        }
        if (!alone && !isAboutASuspect()) {
            claimer.claimAll();
        }
    }

    /** Looks for one at most once for every other turn of claiming, so that others have theirs. */
    private boolean isAboutASuspect() {
        String lane = reserved;
        if (lane != null) {
            launchWhenThereIsRoom(lane);
            return true;
        }
        if (!launcher.mayLaunch() || !passed(Duration.ofSeconds(1))) {
            return false;
        }
        since = clock.now();
        Optional<String> found = suspects.reserve(MAKE_ROOM.multipliedBy(2));
        found.ifPresent(this::makeRoom);
        return found.isPresent();
    }

    private void makeRoom(String lane) {
        log.warn("The head of lane {} has lost its worker more than once: it runs alone", lane);
        reserved = lane;
        launchWhenThereIsRoom(lane);
    }

    private void launchWhenThereIsRoom(String lane) {
        if ((inFlight.isEmpty() || passed(MAKE_ROOM)) && launcher.mayLaunch()) {
            reserved = null;
            since = clock.now();
            List<Claimed> claimed = launcher.launch(() -> suspects.claim(lane));
            alone = !claimed.isEmpty();
        }
    }

    private boolean passed(Duration time) {
        return clock.now() - since >= time.toNanos();
    }
}
