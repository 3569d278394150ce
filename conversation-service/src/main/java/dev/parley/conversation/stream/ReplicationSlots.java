package dev.parley.conversation.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Repository;

/** The places in the write-ahead log that the server keeps for their readers. */
@Repository
class ReplicationSlots {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration TO_PASS = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final JdbcClient jdbc;
    private final JdbcClient asReader;

    ReplicationSlots(JdbcClient jdbc, ReplicationLogin reader) {
        this.jdbc = jdbc;
        this.asReader =
                JdbcClient.create(new DriverManagerDataSource(reader.url(), reader.username(), reader.password()));
    }

    /** @throws IllegalStateException when the slot does not come into being within a minute */
    void await(String slot) {
        if (!becomesTrue(() -> find(slot).isReadable(), PATIENCE)) {
            throw new IllegalStateException("The replication slot " + slot
                    + " was not made: the database needs wal_level=logical, and the role REPLICATION");
        }
    }

    /** Where the write-ahead log ends. */
    String currentPlace() {
        return jdbc.sql("select cast(pg_current_wal_lsn() as text)")
                .query(String.class)
                .single();
    }

    /** Waits until the slot's reader has passed a place; true at once when there is no slot that it could read from. */
    boolean awaitPassed(String slot, String place) {
        return becomesTrue(() -> !find(slot).isReadable() || hasPassed(slot, place), TO_PASS);
    }

    SlotState find(String slot) {
        return jdbc.sql("""
                        select wal_status, confirmed_flush_lsn is not null as usable,
                               pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn) as lag
                          from pg_replication_slots
                         where slot_name = :slot and database = current_database()""")
                .param("slot", slot)
                .query((row, _) -> new SlotState(
                        true, "lost".equals(row.getString("wal_status")), row.getBoolean("usable"), row.getLong("lag")))
                .optional()
                .orElse(SlotState.MISSING);
    }

    /** The other database that has a slot of this name: names belong to the server. */
    Optional<String> ownerElsewhere(String slot) {
        return jdbc.sql("""
                        select database from pg_replication_slots
                         where slot_name = :slot and database <> current_database()""").param("slot", slot).query(String.class).optional();
    }

    /** Whether a reader has ever kept a place: then the slot must be there. */
    boolean hasBeenRead() {
        return jdbc.sql("select exists (select from outbox_offset)")
                .query(Boolean.class)
                .single();
    }

    /** Makes room for a new slot: the place in the old one means nothing there. */
    void forget(String slot) {
        jdbc.sql("delete from outbox_offset").update();
        asReader.sql("""
                        select pg_drop_replication_slot(slot_name) from pg_replication_slots
                         where slot_name = :slot and database = current_database()
                           and wal_status = 'lost' and not active""").param("slot", slot).query((row, _) -> slot).list();
    }

    private boolean hasPassed(String slot, String place) {
        return jdbc.sql("""
                        select exists (select from pg_replication_slots
                                        where slot_name = :slot and database = current_database()
                                          and confirmed_flush_lsn >= cast(:place as pg_lsn))""")
                .param("slot", slot)
                .param("place", place)
                .query(Boolean.class)
                .single();
    }

    private static boolean becomesTrue(BooleanSupplier condition, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
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
