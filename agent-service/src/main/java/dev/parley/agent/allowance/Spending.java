package dev.parley.agent.allowance;

import dev.parley.platform.tenant.TenantScope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the turns of the thread's tenant have cost this month, by the database's clock and in UTC. */
@Repository
class Spending {
    private final JdbcClient jdbc;

    Spending(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return what it is with this; within the transaction that decides the turn */
    BigDecimal add(BigDecimal costUsd) {
        return jdbc.sql("""
                        insert into spending (month, cost_usd)
                        values (date_trunc('month', now() at time zone 'UTC'), :cost)
                        on conflict (tenant, month) do update set cost_usd = spending.cost_usd + excluded.cost_usd
                        returning cost_usd""").param("cost", costUsd).query(BigDecimal.class).single();
    }

    BigDecimal soFar() {
        return jdbc.sql("""
                        select coalesce(sum(cost_usd), 0) from spending
                         where tenant = platform.sole_tenant()
                           and month = date_trunc('month', now() at time zone 'UTC')""").query(BigDecimal.class).single();
    }

    /** @return what it is, which nobody changes before the transaction ends */
    BigDecimal lock() {
        return add(BigDecimal.ZERO);
    }

    /** @param tenant as {@link TenantScope#nameOf} has it */
    List<MonthlySpending> byMonth(String tenant) {
        return jdbc.sql("select month, cost_usd from spending where tenant = :tenant order by month")
                .param("tenant", tenant)
                .query((row, _) ->
                        new MonthlySpending(row.getObject("month", LocalDate.class), row.getBigDecimal("cost_usd")))
                .list();
    }

    /** @param tenant as {@link TenantScope#nameOf} has it */
    void forget(String tenant) {
        jdbc.sql("delete from spending where tenant = :tenant")
                .param("tenant", tenant)
                .update();
    }

    /** Of everybody, what is older than a year, and returns how many months of how many that were. */
    int forgetOld() {
        return jdbc.sql("delete from spending where month < now() at time zone 'UTC' - interval '13 months'")
                .update();
    }
}
