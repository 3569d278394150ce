package dev.parley.agent.turn;

import dev.parley.contracts.id.TurnId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The turns that nobody wants any more, whether they have been seen or not. */
@Repository
class Cancellations {
    private final JdbcClient jdbc;

    Cancellations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(TurnId turn, String reason) {
        jdbc.sql("insert into turn_cancellation (turn_id, reason) values (:turn, :reason) on conflict do nothing")
                .param("turn", turn.value())
                .param("reason", reason)
                .update();
    }

    boolean contains(TurnId turn) {
        return jdbc.sql("select exists (select from turn_cancellation where turn_id = :turn)")
                .param("turn", turn.value())
                .query(Boolean.class)
                .single();
    }
}
