package dev.parley.conversation.stream;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which replica may try to become the reader of a replication slot, while nobody is: one at a time. The slot stays the lock; this
 * only spares the others an engine that fails again and again.
 */
@Repository
class SlotCandidates {
    /** Longer than an engine takes to start; after that another one may try. */
    private static final int SECONDS_TO_START = 15;

    private final JdbcClient jdbc;
    private final UUID replica = UUID.randomUUID();

    SlotCandidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it is this replica's turn now. */
    boolean isOurTurn(String slot) {
        return jdbc.sql("""
                        insert into slot_candidate (slot, replica, until)
                        select :slot, :replica, now() + :seconds * interval '1 second'
                         where not exists (select from pg_replication_slots
                                            where slot_name = :slot and database = current_database() and active)
                        on conflict (slot) do update set replica = excluded.replica, until = excluded.until
                         where slot_candidate.replica = excluded.replica or slot_candidate.until < now()""")
                        .param("slot", slot)
                        .param("replica", replica)
                        .param("seconds", SECONDS_TO_START)
                        .update()
                == 1;
    }
}
