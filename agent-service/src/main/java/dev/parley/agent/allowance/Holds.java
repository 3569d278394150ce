package dev.parley.agent.allowance;

import dev.parley.contracts.id.TurnId;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What turns under way have put aside of the budget of the thread's tenant. */
@Repository
class Holds {
    private final JdbcClient jdbc;

    Holds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    BigDecimal ofOthers(AttemptId attempt) {
        return jdbc.sql("""
                        select coalesce(sum(cost_usd), 0) from budget_hold
                         where tenant = platform.sole_tenant() and turn_id <> :turn and expires_at > now()""")
                .param("turn", attempt.turn().value())
                .query(BigDecimal.class)
                .single();
    }

    /** In place of what the turn held; an attempt that was taken over holds nothing any more. */
    void put(AttemptId attempt, BigDecimal costUsd, Duration atMost) {
        jdbc.sql("""
                        insert into budget_hold (turn_id, attempt, cost_usd, expires_at)
                        values (:turn, :attempt, :cost, now() + make_interval(secs => :seconds))
                        on conflict (tenant, turn_id) do update
                           set attempt = excluded.attempt, cost_usd = excluded.cost_usd, expires_at = excluded.expires_at
                         where budget_hold.attempt <= excluded.attempt""")
                .param("turn", attempt.turn().value())
                .param("attempt", attempt.number())
                .param("cost", costUsd)
                .param("seconds", atMost.toSeconds())
                .update();
    }

    void release(TurnId turn) {
        jdbc.sql("delete from budget_hold where tenant = platform.sole_tenant() and turn_id = :turn")
                .param("turn", turn.value())
                .update();
    }

    /** @param tenant as {@link dev.parley.platform.tenant.TenantScope#nameOf} has it */
    void forget(String tenant) {
        jdbc.sql("delete from budget_hold where tenant = :tenant")
                .param("tenant", tenant)
                .update();
    }

    /** Of everybody, what nobody has decided in time. */
    int forgetExpired() {
        return jdbc.sql("delete from budget_hold where expires_at < now()").update();
    }
}
