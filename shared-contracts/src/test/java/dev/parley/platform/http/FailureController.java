package dev.parley.platform.http;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.messaging.SendFailed;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.Open;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Fails in every way. */
@RestController
@Open
class FailureController {
    private static final Map<String, Supplier<RuntimeException>> WAYS = Map.of(
            "problem",
            () -> new ProblemException(ProblemCode.TURN_IN_PROGRESS, "A turn is running.")
                    .with("turn_id", "t1")
                    .retryAfter(Duration.ofMillis(1500)),
            "bug",
            () -> new IllegalStateException("select secret from table"),
            "no-connection",
            () -> new CannotGetJdbcConnectionException("down", new SQLException("down")),
            "no-transaction",
            () -> new CannotCreateTransactionException("down"),
            "resource",
            () -> new DataAccessResourceFailureException("down"),
            "commit",
            () -> new TransactionSystemException("commit", new SQLException("gone", "08006")),
            "broker",
            () -> new SendFailed("not confirmed", new IllegalStateException()),
            "duplicate",
            () -> new DuplicateKeyException("unique"));

    @Operation(summary = "Fails")
    @GetMapping("/fail/{way}")
    String fail(@PathVariable String way) {
        Supplier<RuntimeException> failure = WAYS.get(way);
        if (failure == null) {
            throw new IllegalArgumentException(way);
        }
        throw failure.get();
    }

    @Operation(summary = "Leaves the answer to the container")
    @GetMapping("/send-error/{status}")
    void sendError(@PathVariable int status, HttpServletResponse response) throws IOException {
        response.sendError(status, "a message that nobody should see");
    }
}
