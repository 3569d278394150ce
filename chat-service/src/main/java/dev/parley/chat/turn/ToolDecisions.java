package dev.parley.chat.turn;

import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.Decision;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided about tool calls. */
@Repository
class ToolDecisions {
    private final JdbcClient jdbc;

    ToolDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether something was decided about it: deciding again is to be answered as before. */
    boolean isDecided(TurnId turn, String toolCallId) {
        return jdbc.sql("select exists (select from tool_decision where turn_id = :turn and tool_call_id = :call)")
                .param("turn", turn.value())
                .param("call", toolCallId)
                .query(Boolean.class)
                .single();
    }

    /** Whether this attempt is the turn's last one so far, and none of these calls was decided. */
    boolean areWanted(TurnId turn, int attempt, List<String> toolCallIds) {
        return jdbc.sql("""
                        select exists (select from turn
                            where id = :turn and status in ('queued', 'running') and attempt <= :attempt)
                        and not exists (select from tool_decision
                            where turn_id = :turn and tool_call_id = any (cast(:calls as text[])))""")
                .param("turn", turn.value())
                .param("attempt", attempt)
                .param("calls", toolCallIds.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** @return what stands: this, or what was decided before */
    Decision decide(TurnId turn, String toolCallId, Decision decision) {
        jdbc.sql("""
                        insert into tool_decision (turn_id, tool_call_id, decision)
                        values (:turn, :call, :decision) on conflict do nothing""")
                .param("turn", turn.value())
                .param("call", toolCallId)
                .param("decision", decision.name().toLowerCase(Locale.ROOT))
                .update();
        String stands = jdbc.sql("select decision from tool_decision where turn_id = :turn and tool_call_id = :call")
                .param("turn", turn.value())
                .param("call", toolCallId)
                .query(String.class)
                .single();
        return Decision.valueOf(stands.toUpperCase(Locale.ROOT));
    }
}
