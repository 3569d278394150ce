package dev.parley.conversation.stream;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The places in the write-ahead log that the server keeps for their readers. */
@Repository
class ReplicationSlots {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final JdbcClient jdbc;

    ReplicationSlots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws IllegalStateException when the slot does not come into being within a minute */
    void await(String slot) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!exists(slot)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The replication slot " + slot
                        + " was not made: the database needs wal_level=logical, and the role REPLICATION");
            }
            pause();
        }
    }

    private boolean exists(String slot) {
        return jdbc.sql("""
                        select exists (select from pg_replication_slots
                                       where slot_name = :slot and confirmed_flush_lsn is not null)""")
                .param("slot", slot)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the replication slot", e);
        }
    }
}
