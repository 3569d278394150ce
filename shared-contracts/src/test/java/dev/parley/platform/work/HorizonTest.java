package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HorizonTest {
    private final Bench bench = new Bench();
    private final Horizon horizon = new Horizon(bench.sql);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void is_clear_when_there_is_no_work_or_only_later() {
        assertThat(horizon.isClear()).isTrue();

        bench.inbox.put(List.of(Items.due(Instant.now().plusSeconds(600), "lane")));

        assertThat(horizon.isClear()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update platform.work_lane set state = 'ready'",
                "update platform.work_lane set state = 'suspect'",
                "update platform.work_lane set state = 'resting', rest_until = now()"
            })
    void is_not_clear_when_a_lane_can_go_on(String change) {
        bench.inbox.put(List.of(Items.in("lane")));

        bench.sql.sql(change).update();

        assertThat(horizon.isClear()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update platform.work_lane set state = 'running'",
                "update platform.work_lane set state = 'resting', rest_until = now() + interval '1 hour'"
            })
    void is_clear_when_no_lane_can_go_on(String change) {
        bench.inbox.put(List.of(Items.in("lane")));

        bench.sql.sql(change).update();

        assertThat(horizon.isClear()).isTrue();
    }

    @Test
    void is_not_clear_when_the_time_of_an_item_has_come() {
        bench.inbox.put(List.of(Items.due(Instant.now().plusSeconds(600), "lane")));

        bench.sql.sql("update platform.work set due_at = now()").update();

        assertThat(horizon.isClear()).isFalse();
    }

    @Test
    void is_not_clear_when_what_recurs_is_due() {
        bench.sql.sql("""
                        insert into platform.work_recurring (name, cron, zone, next_at)
                        values ('daily', '0 0 3 * * *', 'UTC', now())
                        """).update();

        assertThat(horizon.isClear()).isFalse();
    }
}
