package dev.parley.platform.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.springframework.dao.DataAccessResourceFailureException;

/** A process with the runtime's own lease, fences and statements, of which one thing at a time happens. */
final class SimulatedWorker {

    static final WorkKind KIND = new WorkKind(Items.KIND, Duration.ofSeconds(30), 3, 3);

    private final UUID id;
    private final SimulatedDatabase database;
    private final ExpectedWork expected;
    private final Faults faults;
    private final RandomGenerator random;
    private final Consumer<String> trace;
    private final Lease lease;
    private final InFlight inFlight = new InFlight();
    private final Verdicts verdicts;
    private final Claims claims;
    private final Suspects suspects;
    private final PausedLanes paused;
    private final List<SimulatedRun> runs = new ArrayList<>();
    private final List<Settlement> untold = new ArrayList<>();
    private boolean connected = true;
    private boolean stopped;

    SimulatedWorker(UUID id, SimulatedDatabase database, ExpectedWork expected, Faults faults, Consumer<String> trace) {
        this.id = id;
        this.database = database;
        this.expected = expected;
        this.faults = faults;
        this.random = faults.random();
        this.trace = trace;
        this.lease = new Lease(SimulatedDatabase.SETTINGS, database.clock::nanos);
        this.verdicts = new Verdicts(new Backoff(
                SimulatedDatabase.SETTINGS.firstRetry(), SimulatedDatabase.SETTINGS.longestRetry(), random));
        this.claims = new Claims(id, database.sql, SimulatedDatabase.SETTINGS);
        this.paused = new PausedLanes(database.sql, database.transactions);
        this.suspects = new Suspects(id, database.sql, SimulatedDatabase.SETTINGS, List.of(KIND));
    }

    /** Its process does nothing until it is woken: no beat, no step, no claim. */
    void stop(boolean stop) {
        note(stop ? "stops" : "wakes");
        stopped = stop;
    }

    void connect(boolean connect) {
        note(connect ? "is connected" : "loses its connections");
        connected = connect;
    }

    boolean acts() {
        return !stopped;
    }

    boolean reaches() {
        return !stopped && connected;
    }

    /** As {@link Heartbeat} does it. */
    void beat() {
        long askedAt = lease.now();
        Workers workers = new Workers(database.sql);
        Map<UUID, String> cancelled = workers.renew(id);
        if (!lease.holds()) {
            Set<UUID> held = workers.holds(id);
            inFlight.keepOnly(held);
        }
        lease.renewed(askedAt);
        inFlight.cancel(cancelled, SimulatedDatabase.SETTINGS.grace());
    }

    /** As {@link Dispatcher} does it, all or in part. */
    void turn() {
        note("has its turn");
        settleAll();
        if (faults.once(3)) {
            return;
        }
        lookAfterRuns();
        if (faults.allow(2)) {
            new RestingLanes(database.sql).wake();
            paused.supersede().forEach(this::superseded);
            takeOver();
        }
        claim();
    }

    private void lookAfterRuns() {
        for (SimulatedRun run : List.copyOf(runs)) {
            run.execution().interruptWhenOverdue();
            if (run.execution().overdueBy(SimulatedDatabase.SETTINGS.grace())) {
                takeAway(run);
            }
        }
    }

    private void takeOver() {
        LostWork lostWork = new LostWork(database.sql, SimulatedDatabase.SETTINGS);
        if (lease.mayJudgeOthers()) {
            lostWork.reclaim().forEach(this::lost);
        }
        if (faults.allow(4)) {
            lostWork.returnStray(id, inFlight.ids()).forEach(this::lost);
        }
    }

    private void superseded(UUID id) {
        note("finds " + expected.item(id).name() + " superseded");
        expected.superseded(id);
    }

    private void lost(LostWork.Lost item) {
        note("finds the worker of " + expected.item(item.id()).name() + " silent");
        expected.dueAgain(item.id());
    }

    private void claim() {
        if (!lease.holds()) {
            return;
        }
        List<Claims.Wanted> wanted = List.of(new Claims.Wanted(KIND, inFlight.room(KIND), ""));
        claimed(claims.claim(wanted));
        if (inFlight.isEmpty() && faults.allow(2)) {
            List<String> lanes = suspects.reserve(Duration.ofSeconds(9));
            if (!lanes.isEmpty() && !faults.once(8)) {
                claimed(suspects.claim(lanes));
            }
        }
    }

    /** As {@link Desk} does it; false when it may take nothing now. */
    boolean take(DurableInbox inbox, List<NewWork> batch, Runnable stored) {
        if (!lease.holds() || inFlight.room(KIND) < batch.size()) {
            return false;
        }
        List<EndedWork> ended = new ArrayList<>();
        List<Claimed> claimed = database.transactions.execute(_ -> {
            ended.addAll(inbox.arrive(batch));
            return claims.claimArrived(batch, List.of(KIND));
        });
        stored.run();
        inbox.sendAgain(ended);
        claimed(claimed);
        return true;
    }

    private void claimed(List<Claimed> claimed) {
        claimed.stream().sorted(Comparator.comparing(Claimed::id)).forEach(this::claimed);
        if (faults.once(15)) {
            note("hears no answer to its claim");
        } else {
            claimed.forEach(this::launch);
        }
    }

    private void claimed(Claimed item) {
        note("claims " + expected.item(item.id()).name() + "#" + item.attempt() + " " + item.todo());
        expected.claimed(item.id(), item.attempt(), item.todo());
    }

    private void launch(Claimed item) {
        ItemFence fence = new ItemFence(item.id(), item.attempt(), lease, database.sql, SimulatedDatabase.SETTINGS);
        Execution execution = new Execution(item, fence, lease);
        inFlight.add(execution);
        runs.add(new SimulatedRun(item, fence, execution, expected.item(item.id()), this));
    }

    /** All but one of a batch, when two of them are about one item. */
    void settleAll() {
        while (!untold.isEmpty()) {
            Map<UUID, Settlement> batch = new LinkedHashMap<>();
            untold.forEach(told -> batch.putIfAbsent(told.id(), told));
            List<Settlement> sent = List.copyOf(batch.values());
            Set<Settlements.Run> accepted = new Settlements(database.sql, database.transactions).settle(sent);
            sent.forEach(told -> expected.settled(told, accepted.contains(run(told))));
            if (faults.once(10)) {
                note("hears no answer to its verdicts");
                return;
            }
            untold.removeAll(sent);
            sent.forEach(told -> told.heard().accept(accepted.contains(run(told))));
        }
    }

    private static Settlements.Run run(Settlement told) {
        return new Settlements.Run(told.id(), told.attempt());
    }

    /** Some steps of one run. */
    void step(int steps) {
        List<SimulatedRun> able = runs.stream().filter(SimulatedRun::canStep).toList();
        if (!able.isEmpty()) {
            SimulatedRun run = able.get(random.nextInt(able.size()));
            for (int n = 0; n < steps && run.canStep(); n++) {
                run.step(faults);
            }
        }
    }

    /** All that its runs have left to do. */
    void finish() {
        while (runs.stream().anyMatch(SimulatedRun::canStep)) {
            step(1);
        }
        settleAll();
    }

    boolean isIdle() {
        return runs.isEmpty() && untold.isEmpty();
    }

    /** Told to go: hands back what it has not finished, and leaves. */
    void leave() {
        note("has to go");
        List.copyOf(runs).forEach(this::takeAway);
        settleAll();
        new Workers(database.sql).leave(id);
    }

    /** As {@link Runner} does it. */
    private void takeAway(SimulatedRun run) {
        run.execution().lose();
        settle(run, Verdicts.handedBack(Duration.ZERO, "taken away"));
    }

    void settle(SimulatedRun run, Verdict verdict) {
        if (run.execution().judge()) {
            tell(Settlement.of(run.claimed(), verdict, _ -> {
                inFlight.remove(run.execution());
                runs.remove(run);
            }));
        }
    }

    void tell(Settlement settlement) {
        untold.add(settlement);
    }

    void requireDatabase() {
        if (!connected) {
            throw new DataAccessResourceFailureException("the database is away");
        }
    }

    Verdicts verdicts() {
        return verdicts;
    }

    ExpectedWork expected() {
        return expected;
    }

    void note(String what) {
        trace.accept(id.toString().substring(35) + ": " + what);
    }
}
