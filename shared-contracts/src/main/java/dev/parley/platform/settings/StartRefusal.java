package dev.parley.platform.settings;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says in one line on standard error which setting, or what else a person has to decide, keeps the service from starting, instead of a stack trace. Whatever
 * else goes wrong at start is left to Spring Boot.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartRefusal implements SpringBootExceptionReporter {
    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> line = lineFor(failure);
        line.ifPresent(text -> System.err.println("Cannot start: " + text));
        return line.isPresent();
    }

    static Optional<String> lineFor(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .flatMap(cause -> describe(cause).stream())
                .reduce((outer, inner) -> inner);
    }

    private static Optional<String> describe(Throwable cause) {
        return switch (cause) {
            case BadSetting bad -> Optional.of(String.valueOf(bad.getMessage()));
            case StartRefused refused -> Optional.of(String.valueOf(refused.getMessage()));
            case BindValidationException invalid -> Optional.of(WrongProperty.of(invalid));
            case BindException unbound -> WrongProperty.of(unbound);
            case SQLException database
            when isNoAccess(database.getSQLState()) ->
                Optional.of("the database cannot be used: " + database.getMessage());
            default -> Optional.empty();
        };
    }

    /** No connection, no such user or password, no such database: what {@code DATABASE_URL} decides. */
    private static boolean isNoAccess(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("28") || state.equals("3D000"));
    }
}
