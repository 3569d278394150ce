package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkMetricsTest {

    private final Bench bench = new Bench();
    private final CountDownLatch go = new CountDownLatch(1);

    @AfterEach
    void close() {
        go.countDown();
        bench.close();
    }

    @Test
    void depth_and_age_are_of_what_waits() {
        bench.inbox.put(Items.numbered(5, "a"));
        bench.inbox.put(Items.numbered(3, "b"));
        bench.sql
                .sql("update platform.work_lane set since = since - interval '1 minute' where lane = 'b'")
                .update();

        Backlog.Waiting waiting = new Backlog(bench.sql).byKind().get(Items.KIND);

        assertThat(waiting).isNotNull();
        assertThat(waiting.depth()).isEqualTo(8);
        assertThat(waiting.oldest()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
    }

    @Test
    void a_worker_tells_what_it_does() {
        bench.inbox.put(Items.numbered(5, "a"));
        bench.worker(Tempo.steady(), FakeHandler.roomy().running(_ -> go.await()));

        await().until(() -> gauge("parley.work.running") == 1);
        await().until(() -> gauge("parley.work.depth") >= 4);
        assertThat(bench.metric("parley.work.claims")).isOne();
        go.countDown();
        bench.awaitNothingOpen();

        await().until(() -> gauge("parley.work.running") == 0);
        assertThat(bench.metric("parley.work.claims")).isEqualTo(5);
        assertThat(bench.meters.get("parley.work.run").timer().count()).isEqualTo(5);
        assertThat(bench.meters.get("parley.work.oldest.age").timeGauge().value(TimeUnit.SECONDS))
                .isNotNegative();
        assertThat(List.of("parley.work.retries", "parley.work.reclaims", "parley.work.fenced", "parley.work.dead"))
                .allSatisfy(name -> assertThat(bench.metric(name)).isZero());
    }

    private double gauge(String name) {
        return bench.meters.get(name).gauge().value();
    }
}
