package dev.parley.conversation.catchup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.platform.messaging.LogEnds;
import dev.parley.platform.messaging.NotYet;
import dev.parley.platform.messaging.Positions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AnswersFirstTest {
    private static final List<UUID> CONVERSATIONS = List.of(UUID.randomUUID());

    private final AtomicReference<CompletableFuture<Positions>> said =
            new AtomicReference<>(CompletableFuture.failedFuture(new IllegalStateException("away")));
    private final Waiting waiting =
            new Waiting(new Progress(), () -> Positions.NONE, CompletableFuture::new, Duration.ofMillis(10));

    @AutoClose
    private final LogEnds ends = new LogEnds(said::get);

    @Test
    void while_the_log_does_not_say_where_it_ends_questions_come_again_and_are_stored_when_it_has() {
        var answersFirst = new AnswersFirst(ends, waiting, Duration.ofMinutes(1));

        assertThatThrownBy(() -> answersFirst.await(CONVERSATIONS, Positions.NONE))
                .isInstanceOf(NotYet.class);

        said.set(CompletableFuture.completedFuture(Positions.NONE));
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptionsInstanceOf(NotYet.class)
                .untilAsserted(() -> answersFirst.await(CONVERSATIONS, Positions.NONE));
    }

    @Test
    void they_do_not_wait_for_ever() {
        var answersFirst = new AnswersFirst(ends, waiting, Duration.ZERO);

        assertThatCode(() -> answersFirst.await(CONVERSATIONS, Positions.NONE)).doesNotThrowAnyException();
    }
}
