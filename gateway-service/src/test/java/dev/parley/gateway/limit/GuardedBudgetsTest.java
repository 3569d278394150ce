package dev.parley.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parley.gateway.backing.SetTime;
import dev.parley.platform.outage.Outage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class GuardedBudgetsTest {

    private static final Budget ANNA = new Budget(new Quota("caller", 3, "requests"), "user:anna");
    private static final CompletableFuture<Draw> SHARED =
            CompletableFuture.completedFuture(new Draw(true, 77, Duration.ZERO, Quota.WINDOW));

    private final Logger logger = (Logger) LoggerFactory.getLogger(Outage.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final SetTime time = new SetTime();
    private final Outage outage = new Outage("Redis does not answer", "Redis answers again", time::currentTimeNanos);
    private final AtomicInteger asked = new AtomicInteger();
    private CompletableFuture<Draw> answer = SHARED;
    private final Budgets budgets = new GuardedBudgets(
            _ -> {
                asked.incrementAndGet();
                return answer;
            },
            new OwnBudgets(time),
            outage);

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
    }

    @Test
    void what_is_shared_counts_while_it_can_be_had() {
        assertThat(left()).isEqualTo(77);
        assertThat(outage.isOn()).isFalse();
    }

    @Test
    void the_process_counts_alone_while_redis_is_away_and_says_so_once() {
        answer = CompletableFuture.failedFuture(new IOException("gone"));

        assertThat(List.of(left(), left(), left())).containsExactly(2L, 1L, 0L);
        assertThat(asked).hasValue(1);
        time.pass(Outage.REST);
        assertThat(draw().granted()).isFalse();
        assertThat(asked).hasValue(2);
        assertThat(outage.isOn()).isTrue();
        assertThat(levels()).containsExactly(Level.WARN);
    }

    @Test
    void one_request_a_second_finds_out_whether_redis_is_back() {
        answer = CompletableFuture.failedFuture(new IOException("gone"));
        draw();
        answer = SHARED;

        assertThat(left()).isNotEqualTo(77);
        time.pass(Outage.REST);
        assertThat(left()).isEqualTo(77);
        assertThat(left()).isEqualTo(77);
        assertThat(outage.isOn()).isFalse();
        assertThat(levels()).containsExactly(Level.WARN, Level.INFO);
    }

    @Test
    void an_answer_from_before_the_outage_does_not_end_it() {
        CompletableFuture<Draw> late = new CompletableFuture<>();
        answer = late;
        CompletableFuture<Draw> early = budgets.draw(ANNA);
        answer = CompletableFuture.failedFuture(new IOException("gone"));
        draw();

        late.complete(SHARED.join());

        assertThat(early.join().left()).isEqualTo(77);
        assertThat(outage.isOn()).isTrue();
    }

    @Test
    void of_several_who_ask_at_once_one_tries() {
        outage.failed(new IOException("gone"));
        time.pass(Outage.REST);

        assertThat(List.of(outage.mayTry(), outage.mayTry(), outage.mayTry())).containsExactly(true, false, false);
    }

    private long left() {
        return draw().left();
    }

    private Draw draw() {
        return budgets.draw(ANNA).join();
    }

    private List<Level> levels() {
        return lines.list.stream().map(ILoggingEvent::getLevel).toList();
    }
}
