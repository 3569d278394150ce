package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecurringChoreTest {
    private static final class Sweeping extends RecurringChore {
        Sweeping() {
            super("sweeping", "0 40 3 * * *", Duration.ofMinutes(10));
        }

        @Override
        public void run(WorkItem item) {
            item.fence().require();
        }
    }

    @Test
    void it_brings_its_times_along() {
        var handlers = new Handlers(List.of(new Sweeping()));

        assertThat(handlers.recurring()).singleElement().satisfies(times -> {
            assertThat(times.name()).isEqualTo("sweeping");
            assertThat(times.kind()).isEqualTo("sweeping");
            assertThat(times.cron()).isEqualTo("0 40 3 * * *");
            assertThat(times.zone()).isEqualTo(ZoneOffset.UTC);
        });
        assertThat(handlers.kinds()).containsExactly(new WorkKind("sweeping", Duration.ofMinutes(10), 3, 1));
    }
}
