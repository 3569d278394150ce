package dev.parley.platform.work;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecurringWorkTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_due_time_becomes_one_item_whichever_replica_is_first() {
        List<RecurringWorks> replicas =
                Stream.generate(() -> replica(every("0 0 3 * * *"))).limit(4).toList();
        replicas.forEach(RecurringWorks::putDue);
        assertThat(items()).isZero();

        becomesDue("1 minute");
        replicas.stream()
                .map(replica -> CompletableFuture.runAsync(replica::putDue))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(items()).isOne();
        assertThat(bench.count("from platform.work_recurring where next_at > now()"))
                .isOne();
    }

    @Test
    void of_the_times_that_nobody_was_up_for_only_the_last_comes() {
        RecurringWorks replica = replica(every("0 * * * * *"));
        replica.putDue();

        becomesDue("3 days");
        replica.putDue();
        replica.putDue();

        assertThat(items()).isOne();
    }

    @Test
    void another_time_of_day_takes_the_place_of_the_one_before() {
        replica(every("0 0 3 * * *")).putDue();
        String before = next();

        replica(every("0 0 5 * * *")).putDue();

        assertThat(next()).isNotEqualTo(before);
        assertThat(bench.count("from platform.work_recurring")).isOne();
    }

    @Test
    void times_are_those_of_its_zone_also_when_clocks_change() {
        Instant beforeSummer = Instant.parse("2026-03-28T12:00:00Z");
        Instant first = Instant.parse("2026-03-29T07:00:00Z");

        assertThat(RecurringWork.next("0 0 9 * * *", BERLIN, beforeSummer)).isEqualTo(first);
        assertThat(RecurringWork.last("0 0 9 * * *", BERLIN, first, Instant.parse("2026-06-01T06:59:00Z")))
                .isEqualTo("2026-05-31T07:00:00Z");
        assertThat(RecurringWork.last("0 0 9 1 1 *", BERLIN, first, Instant.parse("2028-06-01T00:00:00Z")))
                .isEqualTo("2028-01-01T08:00:00Z");
    }

    @Test
    void the_item_of_a_time_has_always_the_same_id() {
        Instant time = Instant.parse("2026-03-28T12:00:00Z");

        assertThat(every("0 0 3 * * *").at(time).id())
                .isEqualTo(every("0 0 4 * * *").at(time).id());
        assertThat(every("0 0 3 * * *").at(time.plusSeconds(1)).id())
                .isNotEqualTo(every("0 0 3 * * *").at(time).id());
    }

    @Test
    void what_is_no_time_is_refused() {
        assertThatThrownBy(() -> every("every day")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> every("0 0 3 31 2 *")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_worker_puts_and_runs_it() {
        FakeHandler handler = FakeHandler.roomy();
        bench.recurring = List.of(every("* * * * * *"));
        bench.worker(Tempo.steady(), handler);

        Awaitility.await().until(() -> handler.runs.size() >= 2);

        assertThat(handler.runs).extracting(WorkItem::id).doesNotHaveDuplicates();
        assertThat(Items.text(handler.runs.getFirst())).isEqualTo("nightly");
    }

    private RecurringWorks replica(RecurringWork work) {
        return new RecurringWorks(bench.sql, bench.transactions, bench.inbox, List.of(work));
    }

    private static RecurringWork every(String cron) {
        return new RecurringWork("report", Items.KIND, "reports", "tenant", cron, BERLIN, "nightly".getBytes(UTF_8));
    }

    private void becomesDue(String ago) {
        bench.sql
                .sql("update platform.work_recurring set next_at = now() - cast(:ago as interval)")
                .param("ago", ago)
                .update();
    }

    private String next() {
        return bench.sql
                .sql("select cast(next_at as text) from platform.work_recurring")
                .query(String.class)
                .single();
    }

    private long items() {
        return bench.count("from platform.work");
    }
}
