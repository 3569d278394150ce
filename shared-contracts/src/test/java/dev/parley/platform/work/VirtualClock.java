package dev.parley.platform.work;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Time that passes only when a test says so, for the workers and, since its functions are found before PostgreSQL's own,
 * for the statements of one session.
 */
final class VirtualClock {

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private final JdbcClient session;
    private long nanos;

    VirtualClock(JdbcClient session) {
        this.session = session;
        session.sql("create schema testclock").update();
        for (String function : new String[] {"now", "clock_timestamp"}) {
            session.sql("""
                            create function testclock.%s() returns timestamptz stable language sql
                                as 'select cast(current_setting(''testclock.now'') as timestamptz)'
                            """.formatted(function)).update();
        }
        session.sql("set search_path = testclock, pg_catalog, public").update();
    }

    void reset() {
        nanos = 0;
        tell();
    }

    void pass(Duration time) {
        nanos += time.toNanos();
        tell();
    }

    long nanos() {
        return nanos;
    }

    Instant now() {
        return BEGINNING.plusNanos(nanos);
    }

    private void tell() {
        session.sql("select set_config('testclock.now', :now, false)")
                .param("now", now().toString())
                .query()
                .listOfRows();
    }
}
