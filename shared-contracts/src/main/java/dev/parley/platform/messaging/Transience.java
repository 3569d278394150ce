package dev.parley.platform.messaging;

import java.sql.SQLException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells what may succeed later from what never will. */
public final class Transience {
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
        return failure instanceof TransientDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof SendFailed
                || failure instanceof RetriableException
                || (failure instanceof SQLException sql && hasLostItsConnection(sql));
    }

    /**
     * A connection that breaks in the middle of a transaction comes as whatever failed last, such as the rollback. States: connection
     * exceptions, insufficient resources, operator intervention; the pool gives its closed connections none.
     */
    private static boolean hasLostItsConnection(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                ? "Connection is closed".equals(failure.getMessage())
                : state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }
}
