package dev.parley.platform.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** One random course of things, made by its seed, and then what must hold when all is well again. */
final class Schedule {

    private static final int STEPS = 40;
    private static final int ROUNDS_TO_HEAL = 60;

    private final SimulatedDatabase database;
    private final RandomGenerator random;
    private final Faults faults;
    private final boolean checksAlways;
    private final ExpectedWork expected = new ExpectedWork();
    private final SimulatedSenders senders;
    private final List<SimulatedWorker> workers = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();
    private int born;

    Schedule(SimulatedDatabase database, long seed, boolean checksAlways) {
        this.database = database;
        this.random = new SplittableRandom(seed);
        this.faults = new Faults(random);
        this.checksAlways = checksAlways;
        this.senders = new SimulatedSenders(database, expected, random, trace::add);
    }

    List<String> trace() {
        return trace;
    }

    void run() {
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            hire();
        }
        for (int n = 0; n < STEPS; n++) {
            step();
            var _ = Thread.interrupted(); // runs have no threads of their own that could be interrupted
            if (checksAlways) {
                database.check();
            }
        }
        faults.end();
        heal();
        senders.sendSomeAgain();
        heal();
        checkTheEnd();
    }

    private void step() {
        int chance = random.nextInt(100);
        if (chance < 14) {
            senders.send(random.nextBoolean() ? any(SimulatedWorker::reaches) : List.of());
        } else if (chance < 52) {
            any(SimulatedWorker::acts).forEach(worker -> worker.step(1 + random.nextInt(9)));
        } else if (chance < 76) {
            any(SimulatedWorker::reaches).forEach(SimulatedWorker::turn);
        } else if (chance < 88) {
            pass(random.nextInt(4) == 0 ? 3 : 1);
        } else {
            trouble(random.nextInt(12));
        }
    }

    private void trouble(int kind) {
        switch (kind) {
            case 0, 1 -> any(_ -> true).forEach(this::kill);
            case 2, 3 -> any(SimulatedWorker::acts).forEach(worker -> worker.stop(true));
            case 4, 5 -> any(worker -> !worker.acts()).forEach(worker -> worker.stop(false));
            case 6 -> any(SimulatedWorker::reaches).forEach(worker -> worker.connect(false));
            case 7, 8 -> any(worker -> !worker.reaches()).forEach(worker -> worker.connect(true));
            case 9 -> any(SimulatedWorker::reaches).forEach(this::dismiss);
            case 10 -> workers.forEach(worker -> worker.connect(false)); // the database goes down
            default -> hire();
        }
    }

    private void hire() {
        if (workers.size() < 3) {
            UUID id = new UUID(0, 0xA0 + born++);
            SimulatedWorker worker = new SimulatedWorker(id, database, expected, faults, trace::add);
            worker.note("starts");
            workers.add(worker);
            worker.beat();
        }
    }

    private void kill(SimulatedWorker worker) {
        worker.note("is killed");
        workers.remove(worker);
    }

    private void dismiss(SimulatedWorker worker) {
        worker.leave();
        workers.remove(worker);
    }

    /** In steps between which all that live renew their leases. */
    private void pass(int steps) {
        trace.add(steps + " times 2 s pass");
        for (int n = 0; n < steps; n++) {
            database.clock.pass(Duration.ofSeconds(2));
            workers.stream().filter(SimulatedWorker::reaches).forEach(SimulatedWorker::beat);
        }
        senders.letDueItemsJoin();
    }

    private Collection<SimulatedWorker> any(Predicate<SimulatedWorker> fit) {
        List<SimulatedWorker> able = workers.stream().filter(fit).toList();
        return able.isEmpty() ? List.of() : List.of(able.get(random.nextInt(able.size())));
    }

    /** One that was stopped wakes and goes on where it was; one that was cut off is connected again. */
    private void heal() {
        trace.add("all is well again");
        workers.forEach(worker -> worker.stop(false));
        workers.forEach(worker -> worker.connect(true));
        hire();
        senders.sendTheRest();
        for (int round = 0; round < ROUNDS_TO_HEAL && !expected.allEnded(); round++) {
            workers.forEach(SimulatedWorker::finish);
            workers.getLast().turn();
            workers.forEach(SimulatedWorker::finish);
            workers.subList(0, workers.size() - 1).removeIf(SimulatedWorker::isIdle);
            var _ = Thread.interrupted();
            pass(expected.allEnded() ? 0 : 2);
        }
    }

    private void checkTheEnd() {
        for (ExpectedItem item : expected.all()) {
            ExpectedWork.check(item.fault().isEmpty(), item, item.fault());
        }
        database.check();
        senders.checkTheEnd();
    }
}
