package dev.parley.platform.work;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Fills this worker's free places, going round the tenants. By one thread at a time. */
final class Claimer {

    private static final String FIRST = "";

    private final Claims claims;
    private final Launcher launcher;
    private final InFlight inFlight;
    private final WorkMetrics metrics;
    private final List<WorkKind> kinds;
    private final Map<String, String> lastTenants = new HashMap<>();

    Claimer(Claims claims, Launcher launcher, InFlight inFlight, WorkMetrics metrics, List<WorkKind> kinds) {
        this.claims = claims;
        this.launcher = launcher;
        this.inFlight = inFlight;
        this.metrics = metrics;
        this.kinds = kinds;
    }

    List<WorkKind> kinds() {
        return kinds;
    }

    /** Whether so few places are taken, that nobody waits for one whom others could overtake. */
    boolean hasAmpleRoom(List<NewWork> batch) {
        return launcher.mayLaunch() && kinds.stream().allMatch(kind -> isAmple(kind, batch));
    }

    private boolean isAmple(WorkKind kind, List<NewWork> batch) {
        long arriving =
                batch.stream().filter(work -> work.kind().equals(kind.name())).count();
        return arriving == 0 || inFlight.room(kind) - arriving >= kind.concurrency() / 2;
    }

    List<Claimed> launch(Supplier<List<Claimed>> claim) {
        List<Claimed> claimed = launcher.launch(claim);
        claimed.forEach(item -> metrics.claimed(item.kind()));
        return claimed;
    }

    /** Until there is no room or nothing is due. */
    void claimAll() {
        List<WorkKind> open = kinds;
        while (!open.isEmpty() && launcher.mayLaunch()) {
            open = claimOnce(open);
        }
    }

    /** One statement for all kinds that have room; returns those for which there may be more. */
    private List<WorkKind> claimOnce(List<WorkKind> open) {
        List<Claims.Wanted> wanted =
                open.stream().map(this::wanted).filter(w -> w.room() > 0).toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<String, String> reached = new HashMap<>();
        for (Claimed item : launch(() -> claims.claim(wanted))) {
            reached.merge(item.kind(), item.tenant(), Claimer::later);
        }
        return wanted.stream()
                .filter(w -> mayHaveMore(w, reached))
                .map(Claims.Wanted::kind)
                .toList();
    }

    private Claims.Wanted wanted(WorkKind kind) {
        String after = lastTenants.getOrDefault(kind.name(), FIRST);
        return new Claims.Wanted(kind, inFlight.room(kind), after);
    }

    /** Behind the last tenant comes the first again; nothing from the first on is nothing. */
    private boolean mayHaveMore(Claims.Wanted wanted, Map<String, String> reached) {
        String tenant = reached.getOrDefault(wanted.kind().name(), FIRST);
        lastTenants.put(wanted.kind().name(), tenant);
        return !tenant.equals(FIRST) || !wanted.after().equals(FIRST);
    }

    private static String later(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
