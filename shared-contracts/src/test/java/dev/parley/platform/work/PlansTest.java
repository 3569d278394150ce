package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** With 20 000 items that wait, in few lanes and in many, no statement reads them all. */
class PlansTest {

    private static final int ITEMS = 20_000;
    private static final Pattern READS_ALL_ITEMS = Pattern.compile("Seq Scan on work( |$)");
    private static final Pattern PAGES = Pattern.compile("Buffers: shared hit=(\\d+)");

    private final Bench bench = new Bench();
    private final UUID worker = UUID.randomUUID();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, ITEMS})
    void no_statement_scans_the_items(int lanes) {
        fill(lanes);

        assertThat(plan(claim(Claims.CLAIM, 20, "explain "))).noneMatch(READS_ALL_ITEMS.asPredicate());
        assertThat(plan(arrived())).noneMatch(READS_ALL_ITEMS.asPredicate());
        assertThat(plan(settle())).noneMatch(READS_ALL_ITEMS.asPredicate());
        assertThat(plan(put())).noneMatch(READS_ALL_ITEMS.asPredicate());
        assertThat(plan(bench.sql.sql("explain " + ScheduledWork.FIND_DUE))).noneMatch(READS_ALL_ITEMS.asPredicate());
        assertThat(plan(bench.sql.sql("explain " + ScheduledWork.JOIN_DUE).param("ids", ids(20))))
                .noneMatch(READS_ALL_ITEMS.asPredicate());
        assertThat(plan(bench.sql.sql("explain " + Arrivals.SEND_AGAIN).param("ids", ids(20))))
                .noneMatch(READS_ALL_ITEMS.asPredicate());
        assertThat(plan(bench.sql.sql("explain " + Cancellations.OPEN).param("lane", "lane 1")))
                .noneMatch(READS_ALL_ITEMS.asPredicate());
        assertThat(plan(bench.sql.sql("explain " + Cancellations.ERASE).param("lane", "lane 1")))
                .noneMatch(READS_ALL_ITEMS.asPredicate());
        assertThat(plan(bench.sql
                        .sql("explain " + Cancellations.CANCEL)
                        .param("ids", ids(20))
                        .param("reasons", new String[20])))
                .noneMatch(READS_ALL_ITEMS.asPredicate());
        assertThat(plan(bench.sql.sql("explain " + Horizon.LOOK))).noneMatch(READS_ALL_ITEMS.asPredicate());
        assertThat(plan(bench.sql.sql("explain " + RestingLanes.WAKE))).noneMatch(READS_ALL_ITEMS.asPredicate());
        assertThat(plan(bench.sql.sql("explain " + LostWork.RECLAIM).param("lease", 5000)))
                .noneMatch(READS_ALL_ITEMS.asPredicate());
        assertThat(plan(forget())).noneMatch(READS_ALL_ITEMS.asPredicate());
        assertThat(plan(bench.sql.sql("explain " + WorkStatuses.ONE).param("id", worker)))
                .noneMatch(READS_ALL_ITEMS.asPredicate());
        assertThat(plan(bench.sql.sql("explain " + DeadWork.REPLAY).param("id", worker)))
                .noneMatch(READS_ALL_ITEMS.asPredicate());
    }

    @ParameterizedTest
    @ValueSource(ints = {4, ITEMS})
    void a_claim_reads_as_many_pages_as_it_takes_items_not_as_many_as_wait(int lanes) {
        fill(lanes);
        new Workers(bench.sql).renew(worker);

        assertThat(pagesOfAClaim()).isBetween(4, 400);
    }

    @Test
    void a_claim_costs_the_same_with_a_hundred_thousand_waiting_as_with_ten() {
        new Workers(bench.sql).renew(worker);
        bench.inbox.put(IntStream.range(0, 10)
                .mapToObj(n -> Items.of("tenant " + n, "lane " + n))
                .toList());
        int few = pagesOfAClaim();

        fillMany();
        int many = pagesOfAClaim();

        assertThat(many).isLessThan(2 * few);
    }

    private void fillMany() {
        bench.sql.sql("""
                        insert into platform.work (id, kind, lane, tenant, position, state, payload, due_at)
                        select gen_random_uuid(), :kind, 'many ' || n, 'tenant ' || n % 50,
                               nextval('platform.work_position'), 'waiting', '', now()
                          from generate_series(1, 100000) as n
                        """).param("kind", Items.KIND).update();
        bench.sql.sql("""
                        insert into platform.work_lane (lane, head, kind, tenant, since, state, open)
                        select lane, id, kind, tenant, due_at, 'ready', 1 from platform.work where lane like 'many %'
                        """).update();
        bench.sql.sql("analyze platform.work, platform.work_lane").update();
    }

    private int pagesOfAClaim() {
        return pagesRead(bench.transactions.execute(transaction -> {
            transaction.setRollbackOnly();
            return plan(claim(Claims.CLAIM, 4, "explain (analyze, buffers) "));
        }));
    }

    @Test
    void an_idle_claim_reads_next_to_nothing() {
        new Workers(bench.sql).renew(worker);

        List<String> plan = plan(claim(Claims.CLAIM, 100, "explain (analyze, buffers) "));

        assertThat(pagesRead(plan)).isLessThan(20);
    }

    private void fill(int lanes) {
        for (int batch = 0; batch < ITEMS; batch += 1000) {
            int from = batch;
            bench.inbox.put(IntStream.range(from, from + 1000)
                    .mapToObj(n -> Items.of("tenant " + n % 50, "lane " + n % lanes))
                    .toList());
        }
        bench.sql.sql("analyze platform.work, platform.work_lane").update();
    }

    private StatementSpec claim(String statement, int room, String prefix) {
        return bench.sql
                .sql(prefix + statement)
                .param("worker", worker.toString())
                .param("fenceAfter", 4000)
                .param("kinds", new String[] {Items.KIND, "other"})
                .param("rooms", new int[] {room, room})
                .param("afters", new String[] {"", ""})
                .param("deadlines", new long[] {1000, 1000});
    }

    private StatementSpec arrived() {
        return bench.sql
                .sql("explain " + Claims.CLAIM_ARRIVED)
                .param("worker", worker.toString())
                .param("fenceAfter", 4000)
                .param("kinds", new String[] {Items.KIND, "other"})
                .param("deadlines", new long[] {1000, 1000})
                .param("lanes", new String[20])
                .param("ids", ids(20));
    }

    private StatementSpec settle() {
        int[] zeros = new int[20];
        return bench.sql
                .sql("explain " + Settlements.SETTLE)
                .param("ids", ids(20))
                .param("attempts", zeros)
                .param("outcomes", new String[20])
                .param("pauses", new long[20])
                .param("failures", zeros)
                .param("codes", new String[20])
                .param("details", new String[20]);
    }

    private StatementSpec put() {
        String[] names = new String[500];
        return bench.sql
                .sql("explain " + Arrivals.PUT)
                .param("ids", ids(500))
                .param("kinds", names)
                .param("lanes", names)
                .param("tenants", names)
                .param("payloads", new byte[500][0])
                .param("traceparents", names)
                .param("dueAts", names)
                .param("expiresAts", names);
    }

    private StatementSpec forget() {
        return bench.sql
                .sql("explain " + FinishedWork.FORGET)
                .param("keepDone", 1000)
                .param("keepDead", 1000)
                .param("batch", FinishedWork.BATCH);
    }

    private String[] ids(int count) {
        return bench.sql
                .sql("select cast(id as text) from platform.work limit " + count)
                .query((row, _) -> row.getString(1))
                .list()
                .toArray(String[]::new);
    }

    /** By the execution; what is said of the planning comes behind it. */
    private static int pagesRead(List<String> plan) {
        Matcher pages = PAGES.matcher(String.join("\n", plan.subList(0, plan.indexOf("Planning:"))));
        return pages.find() ? Integer.parseInt(pages.group(1)) : 0;
    }

    private static List<String> plan(StatementSpec statement) {
        return statement.query((row, _) -> row.getString(1)).list();
    }
}
