package dev.parley.platform.work;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Delivers a few items in any order and as often as it happens, and cancels, interrupts and erases them as it happens. */
final class SimulatedSenders {

    private static final int ITEMS = 6;
    private static final int LANES = 2;

    private final SimulatedDatabase database;
    private final ExpectedWork expected;
    private final RandomGenerator random;
    private final Consumer<String> trace;
    private final DurableInbox inbox;
    private final List<NewWork> items = new ArrayList<>();

    SimulatedSenders(
            SimulatedDatabase database, ExpectedWork expected, RandomGenerator random, Consumer<String> trace) {
        this.database = database;
        this.expected = expected;
        this.random = random;
        this.trace = trace;
        this.inbox = new DurableInbox(database.sql, database.transactions, new Signal());
        for (int n = 1; n <= ITEMS; n++) {
            items.add(item(n));
        }
    }

    private NewWork item(int number) {
        Instant beginning = database.clock.now();
        @Nullable Instant due = random.nextInt(4) == 0 ? beginning.plusMillis(random.nextInt(15_000)) : null;
        @Nullable Instant expires = random.nextInt(6) == 0 ? beginning.plusMillis(random.nextInt(15_000)) : null;
        return new NewWork(
                new UUID(0, number),
                Items.KIND,
                "lane " + random.nextInt(LANES),
                "tenant " + random.nextInt(2),
                "asked".getBytes(StandardCharsets.UTF_8),
                null,
                due,
                expires);
    }

    /** @param desk of the worker where it arrives, if there is one */
    void send(Collection<SimulatedWorker> desk) {
        switch (random.nextInt(7)) {
            case 0 -> cancelOrErase();
            case 1, 2 -> interrupt();
            case 3 -> resume();
            default -> putSome(desk);
        }
    }

    private void putSome(Collection<SimulatedWorker> desk) {
        List<NewWork> batch = new ArrayList<>();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            NewWork work = any();
            // Of several that have ended, the order in which they join again is nobody's concern.
            if (batch.stream().noneMatch(other -> expected.knows(other.id()) || expected.knows(work.id()))) {
                batch.add(work);
            }
        }
        if (desk.stream().noneMatch(worker -> worker.take(inbox, batch, () -> putAtDesk(batch)))) {
            put(batch);
        }
    }

    private void putAtDesk(List<NewWork> batch) {
        batch.forEach(work -> trace.accept("put at a desk " + name(work)));
        batch.forEach(this::expectPut);
    }

    private void put(List<NewWork> batch) {
        batch.forEach(work -> trace.accept("put " + name(work)));
        inbox.put(batch);
        batch.forEach(this::expectPut);
    }

    private void interrupt() {
        NewWork work = any();
        boolean interrupts = random.nextBoolean();
        trace.accept("put " + name(work) + (interrupts ? ", which interrupts" : ""));
        inbox.apply(List.of(new WorkCommand.Put(work, interrupts)));
        if (interrupts && !expected.knows(work.id())) {
            expected.cancelAll(work.lane());
        }
        expectPut(work);
    }

    private void resume() {
        NewWork work = any();
        trace.accept("resume " + name(work));
        inbox.apply(List.of(new WorkCommand.Resume(work.id(), work.lane())));
    }

    private void cancelOrErase() {
        NewWork work = any();
        if (random.nextInt(4) == 0) {
            trace.accept("erase " + work.lane());
            inbox.apply(List.of(new WorkCommand.Erase(work.lane(), "erased")));
            expected.erase(work.lane());
        } else {
            trace.accept("cancel " + name(work));
            inbox.apply(List.of(new WorkCommand.Cancel(work.id(), work.lane(), "not wanted")));
            expected.cancel(work.id());
        }
    }

    void sendTheRest() {
        put(items.stream().filter(work -> !expected.knows(work.id())).toList());
    }

    /** As a consumer does that was not told that its offsets were committed. */
    void sendSomeAgain() {
        put(List.of(any()));
        put(List.of(any()));
    }

    void letDueItemsJoin() {
        new ScheduledWork(database.sql, database.transactions).joinDue();
        expected.scheduled().stream()
                .filter(work -> !later(work))
                .sorted(Comparator.comparing(SimulatedSenders::due))
                .forEach(expected::joined);
    }

    /** What the rows say of each item, against what is expected of it. */
    void checkTheEnd() {
        for (ExpectedItem item : expected.all()) {
            String row = database.sql
                    .sql(
                            "select state || case when payload = '' then ' erased' else '' end from platform.work where id = :id")
                    .param("id", item.id)
                    .query(String.class)
                    .single();
            String wanted = item.state + (item.erased ? " erased" : "");
            ExpectedWork.check(row.equals(wanted), item, "should be %s and is %s".formatted(wanted, row));
        }
    }

    private void expectPut(NewWork work) {
        expected.put(work, later(work));
    }

    private boolean later(NewWork work) {
        return due(work).isAfter(database.clock.now());
    }

    private static Instant due(NewWork work) {
        return work.dueAt() == null ? Instant.EPOCH : work.dueAt();
    }

    private NewWork any() {
        return items.get(random.nextInt(items.size()));
    }

    private static String name(NewWork work) {
        return work.id().toString().substring(30) + " in " + work.lane();
    }
}
