package dev.parley.platform.work;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Does what the test says, and remembers what it was asked. */
final class FakeHandler implements WorkHandler {

    final List<WorkItem> runs = new CopyOnWriteArrayList<>();
    final List<WorkItem> resends = new CopyOnWriteArrayList<>();
    final List<WorkItem> given = new CopyOnWriteArrayList<>();
    final List<WorkItem> ended = new CopyOnWriteArrayList<>();
    final List<Failure> failures = new CopyOnWriteArrayList<>();

    private final WorkKind kind;
    private Doing running = _ -> {};
    private Doing resending = _ -> {};
    private Doing givingUp = _ -> {};
    private Doing cancelling = _ -> {};

    FakeHandler(WorkKind kind) {
        this.kind = kind;
    }

    /** Of the usual kind, with room for all. */
    static FakeHandler roomy() {
        return new FakeHandler(new WorkKind(Items.KIND, Duration.ofMinutes(5), 3, 1000));
    }

    static FakeHandler withRoom(int concurrency) {
        return new FakeHandler(new WorkKind(Items.KIND, Duration.ofMinutes(5), 3, concurrency));
    }

    static FakeHandler withDeadline(Duration deadline) {
        return new FakeHandler(new WorkKind(Items.KIND, deadline, 1000, 10));
    }

    FakeHandler running(Doing doing) {
        running = doing;
        return this;
    }

    FakeHandler resending(Doing doing) {
        resending = doing;
        return this;
    }

    FakeHandler givingUp(Doing doing) {
        givingUp = doing;
        return this;
    }

    FakeHandler cancelling(Doing doing) {
        cancelling = doing;
        return this;
    }

    @Override
    public WorkKind kind() {
        return kind;
    }

    @Override
    public void run(WorkItem item) throws Exception {
        runs.add(item);
        running.with(item);
    }

    @Override
    public void resend(WorkItem item) throws Exception {
        resends.add(item);
        resending.with(item);
    }

    @Override
    public void giveUp(WorkItem item, Failure failure) throws Exception {
        given.add(item);
        failures.add(failure);
        givingUp.with(item);
    }

    @Override
    public void cancelled(WorkItem item) throws Exception {
        ended.add(item);
        cancelling.with(item);
    }

    @FunctionalInterface
    interface Doing {
        void with(WorkItem item) throws Exception;
    }
}
