package dev.parley.platform.work;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at work and takes a hand in it. Never shows what an item is about. Safe for many threads. */
public final class WorkAdmin {

    private static final UUID LAST = new UUID(-1, -1);

    private final WorkStatuses statuses;
    private final DeadWork deadWork;
    private final Cancellations cancellations;
    private final TransactionOperations transactions;
    private final Signal signal;

    WorkAdmin(
            WorkStatuses statuses,
            DeadWork deadWork,
            Cancellations cancellations,
            TransactionOperations transactions,
            Signal signal) {
        this.statuses = statuses;
        this.deadWork = deadWork;
        this.cancellations = cancellations;
        this.transactions = transactions;
        this.signal = signal;
    }

    static WorkAdmin on(DataSource pool, Signal signal) {
        JdbcClient database = JdbcClient.create(pool);
        return new WorkAdmin(
                new WorkStatuses(database),
                new DeadWork(database),
                new Cancellations(database),
                new TransactionTemplate(new JdbcTransactionManager(pool)),
                signal);
    }

    public Optional<WorkStatus> show(UUID id) {
        return statuses.of(id);
    }

    /**
     * Newest first, as far as ids tell.
     *
     * @param before the id of the last one seen; absent for the first page
     */
    public List<WorkStatus> list(
            WorkStatus.@Nullable State state, @Nullable String kind, @Nullable UUID before, int limit) {
        return statuses.before(before == null ? LAST : before, state, kind, limit);
    }

    /** What became of a request. */
    public enum Answer {
        ACCEPTED,
        /** There is no such item. */
        UNKNOWN,
        /** It is in a state in which this cannot be done; nothing has changed. */
        REFUSED,
        /** What it was about has been erased; nothing has changed. */
        ERASED
    }

    /** A dead item joins the end of its lane, as if it had just come, but for its attempts. */
    public Answer replay(UUID id) {
        return inItsLane(id, lane -> deadWork.replay(id));
    }

    /** One that is open is cancelled; one that is being given up, or sends its result again, is not. */
    public Answer cancel(UUID id, String reason) {
        return inItsLane(id, lane -> {
            if (!cancellations.mayCancel(id)) {
                return Answer.REFUSED;
            }
            cancellations.cancel(id, reason);
            return Answer.ACCEPTED;
        });
    }

    /** Under the lock of the lane that the item is in, which may only be known when it is held. */
    private Answer inItsLane(UUID id, Function<String, Answer> todo) {
        Answer answer = transactions.execute(_ -> {
            Optional<String> lane = deadWork.lane(id);
            if (lane.isEmpty()) {
                return Answer.UNKNOWN;
            }
            cancellations.lock(lane.stream().toList());
            if (!deadWork.lane(id).equals(lane)) {
                throw new ConcurrencyFailureException("the item changes its lane at this moment: ask again");
            }
            return todo.apply(lane.get());
        });
        signal.raise();
        return answer;
    }
}
