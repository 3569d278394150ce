package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FenceTest {

    private final Bench bench = new Bench();
    private final CountDownLatch go = new CountDownLatch(1);

    @AfterEach
    void close() {
        go.countDown();
        bench.close();
    }

    @Test
    void the_item_is_locked_until_the_transaction_of_its_run_ends() {
        Fence fence = running();

        bench.transactions.executeWithoutResult(_ -> {
            fence.requireInTransaction();
            assertThat(lockedByOthers()).isTrue();
            assertThat(bench.sql
                            .sql("show idle_in_transaction_session_timeout")
                            .query(String.class)
                            .single())
                    .isEqualTo("3750ms");
        });

        assertThat(lockedByOthers()).isFalse();
        assertThat(fence.holds()).isTrue();
    }

    @Test
    void a_lock_that_would_not_last_is_refused() {
        Fence fence = running();

        assertThatIllegalStateException().isThrownBy(fence::requireInTransaction);
    }

    private Fence running() {
        FakeHandler handler = FakeHandler.roomy().running(_ -> go.await());
        bench.worker(Tempo.steady(), handler);
        bench.inbox.put(List.of(Items.in("a")));
        Awaitility.await().until(() -> handler.runs.size() == 1);
        return handler.runs.getFirst().fence();
    }

    private boolean lockedByOthers() {
        return JdbcClient.create(bench.database.dataSource())
                .sql("select id from platform.work for update skip locked")
                .query()
                .listOfRows()
                .isEmpty();
    }
}
