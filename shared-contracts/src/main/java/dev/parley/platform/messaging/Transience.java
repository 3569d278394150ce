package dev.parley.platform.messaging;

import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells what may succeed later from what never will. */
public final class Transience {
    private static final List<Class<? extends Exception>> TRANSIENT = List.of(
            NotYet.class,
            TransientDataAccessException.class,
            DataAccessResourceFailureException.class,
            RecoverableDataAccessException.class,
            CannotCreateTransactionException.class,
            RetriableException.class);

    private Transience() {}

    public static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (mayPass(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayPass(Throwable failure) {
        return switch (failure) {
            case SendFailed send -> !isRefused(send.getCause());
            case SQLException sql -> isAway(sql);
            default -> TRANSIENT.stream().anyMatch(kind -> kind.isInstance(failure));
        };
    }

    /** What the log does not take now it will not take later; all else, even a missing permission, somebody may mend. */
    private static boolean isRefused(@Nullable Throwable cause) {
        return cause instanceof RecordTooLargeException
                || cause instanceof RecordBatchTooLargeException
                || cause instanceof InvalidTopicException
                || cause instanceof InvalidTimestampException
                || cause instanceof SerializationException;
    }

    /**
     * A connection that breaks in the middle of a transaction comes as whatever failed last, such as the rollback. States: connection
     * exceptions, a standby that is not the primary yet, insufficient resources, operator intervention; the pool gives its closed
     * connections none.
     */
    private static boolean isAway(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                ? "Connection is closed".equals(failure.getMessage())
                : state.startsWith("08") || state.equals("25006") || state.startsWith("53") || state.startsWith("57P");
    }
}
