package dev.parley.platform.work;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Verdicts, written for those attempts that are still the current ones; their lanes go on in the same transaction. */
final class Settlements {

    static final String SETTLE = """
            with told as (
                select *
                  from unnest(cast(:ids as uuid[]), cast(:attempts as int[]), cast(:outcomes as text[]),
                              cast(:pauses as bigint[]), cast(:failures as int[]), cast(:codes as text[]),
                              cast(:details as text[])) as t (id, attempt, outcome, pause, failures, code, detail)
            ), settled as (
                update platform.work w
                   set state = case when t.outcome = 'decided' then 'running'
                                    when t.outcome in ('postponed', 'paused') then 'waiting'
                                    when w.ended_as is not null then w.ended_as
                                    when w.code is not null then 'dead'
                                    when t.outcome = 'cancelled' then 'cancelled'
                                    else 'done' end,
                       step = case when t.outcome = 'decided' then 'give_up' else w.step end,
                       failures = w.failures + t.failures,
                       code = coalesce(t.code, w.code),
                       detail = case when w.code is null then coalesce(t.detail, w.detail) else w.detail end,
                       payload = case when w.erased and t.outcome in ('ended', 'cancelled') then '' else w.payload end,
                       tenant = case when w.erased and t.outcome in ('ended', 'cancelled') then '' else w.tenant end,
                       finished_at = case when t.outcome in ('ended', 'cancelled') then now() end,
                       deadline = case when t.outcome <> 'paused' then w.deadline end,
                       expires_at = case when t.outcome <> 'paused' then w.expires_at end
                  from told t
                 where w.id = any (cast(:ids as uuid[])) and w.id = t.id
                   and w.attempt = t.attempt and w.state = 'running'
                returning w.id, w.attempt, w.lane, t.outcome,
                          t.pause > 0 and not (t.outcome = 'paused' and (w.resumed or w.cancelled_at is not null)) as rests,
                          least(now() + t.pause * interval '1 ms',
                                case when w.step = 'run' and w.cancelled_at is null then w.deadline end) as until
            ), postponed as (
                update platform.work_lane l
                   set state = case when s.rests then 'resting' when l.crashes >= 2 then 'suspect' else 'ready' end,
                       rest_until = case when s.rests then s.until end,
                       paused = s.rests and s.outcome = 'paused',
                       worker = null
                  from settled s
                 where s.outcome in ('postponed', 'paused') and l.lane = s.lane and l.head = s.id
            ), next as (
                select s.lane, n.id, n.kind, n.tenant, n.due_at
                  from settled s
                  left join lateral (select w.id, w.kind, w.tenant, w.due_at
                                       from platform.work w
                                      where w.lane = s.lane and w.finished_at is null and w.position is not null
                                        and w.state = 'waiting'
                                      order by w.position limit 1) n on true
                 where s.outcome in ('ended', 'cancelled')
            ), advanced as (
                update platform.work_lane l
                   set head = n.id, kind = n.kind, tenant = n.tenant, since = n.due_at,
                       state = 'ready', rest_until = null, worker = null, cancelled = false, crashes = 0,
                       open = l.open - 1
                  from next n
                 where n.id is not null and l.lane = n.lane
            ), emptied as (
                delete from platform.work_lane l
                 using next n
                 where n.id is null and l.lane = n.lane
            )
            select id, attempt from settled
            """;

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final LaneLocks lanes;

    Settlements(JdbcClient database, TransactionOperations transactions) {
        this.database = database;
        this.transactions = transactions;
        this.lanes = new LaneLocks(database);
    }

    /** Which of them were accepted; the others were fenced. */
    Set<Run> settle(List<Settlement> batch) {
        return transactions.execute(_ -> {
            lanes.lock(batch.stream().map(Settlement::lane).toList());
            return write(batch);
        });
    }

    record Run(UUID id, int attempt) {}

    private Set<Run> write(List<Settlement> batch) {
        return database
                .sql(SETTLE)
                .param("ids", Columns.texts(batch, Settlement::id))
                .param("attempts", Columns.ints(batch, Settlement::attempt))
                .param("outcomes", Columns.texts(batch, Settlement::outcome))
                .param("pauses", Columns.longs(batch, Settlement::pauseMillis))
                .param("failures", Columns.ints(batch, Settlement::failures))
                .param("codes", Columns.texts(batch, Settlement::code))
                .param("details", Columns.texts(batch, Settlement::detail))
                .query((row, _) -> new Run(row.getObject("id", UUID.class), row.getInt("attempt")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
