package dev.parley.agent.turn;

import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How a turn stands before an attempt at it. */
@Component
class TurnStandings {
    /** Whether, and how, a turn is to be gone on with. */
    sealed interface Standing {
        /** It is to be answered. */
        record Wanted() implements Standing {}

        /** Its conversation is gone, and nothing may be known of it. */
        record Gone() implements Standing {}

        /** An earlier attempt has decided it. */
        record Decided(TurnOutcome outcome) implements Standing {}
    }

    private final JdbcClient jdbc;

    TurnStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In one statement, since a question waits for it. */
    Standing of(RequestTurn request) {
        return jdbc.sql("""
                        select exists (select from deleted_conversation where conversation_id = :conversation) as gone,
                               r.failed, r.outcome
                          from (values (1)) as always
                          left join turn_result r on r.turn_id = :turn""")
                .param("conversation", request.conversationId().value())
                .param("turn", request.turnId().value())
                .query((row, _) -> standing(row))
                .single();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        if (row.getBoolean("gone")) {
            return new Standing.Gone();
        }
        return row.getBytes("outcome") == null ? new Standing.Wanted() : new Standing.Decided(Results.read(row));
    }
}
