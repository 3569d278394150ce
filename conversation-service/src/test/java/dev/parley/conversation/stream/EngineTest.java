package dev.parley.conversation.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.topic.Topic;
import dev.parley.testing.backing.BackingServices;
import dev.parley.testing.backing.TestDatabase;
import dev.parley.testing.topic.TopicReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine publishes, and beside it a reconciler that is far too eager. */
@BackingServices
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            // Slots belong to the server, which is shared by many databases here.
            "CONVERSATION_STREAM_SLOT=engine_test",
            "parley.conversation.stream.left-behind-after=0s",
            "parley.conversation.stream.reconcile-interval=20ms"
        })
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class EngineTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Outbox outbox;
    private final OutboxRelay relay;
    private final OutboxWatch watch;
    private final SlotGuard guard;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    EngineTest(
            Outbox outbox,
            OutboxRelay relay,
            OutboxWatch watch,
            SlotGuard guard,
            TestDatabase database,
            PlatformTransactionManager transactions) {
        this.outbox = outbox;
        this.relay = relay;
        this.watch = watch;
        this.guard = guard;
        this.jdbc = JdbcClient.create(database.dataSource());
        this.transactions = new TransactionTemplate(transactions);
    }

    @Test
    void engine_and_reconciler_never_publish_the_same() {
        List<Events> conversations = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            conversations.add(new Events(outbox, transactions));
        }

        conversations.stream()
                .map(events -> CompletableFuture.runAsync(
                        () -> LongStream.rangeClosed(1, 40).forEach(events::add)))
                .toList()
                .forEach(CompletableFuture::join);
        await().atMost(SOON).until(() -> rows() == 0);

        assertThat(conversations)
                .allSatisfy(events -> assertThat(events.published())
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 40).boxed().toList()));
    }

    @Test
    void what_the_engine_never_saw_is_published_once() {
        Events events = new Events(outbox, transactions);
        publish("update, delete");
        events.add(1);
        events.add(2);
        publish("insert, update");
        events.add(3);

        await().atMost(SOON).until(() -> rows() == 0);

        assertThat(events.published()).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void an_engine_that_stops_while_events_come_loses_none_and_calls_nothing_an_error(CapturedOutput output) {
        Events events = new Events(outbox, transactions);
        var added = new AtomicLong();
        var enough = new AtomicBoolean();
        CompletableFuture<Void> adding = CompletableFuture.runAsync(() -> {
            while (!enough.get()) {
                events.add(added.incrementAndGet());
            }
        });

        for (int times = 0; times < 2; times++) {
            long before = added.get();
            await().atMost(SOON).until(() -> added.get() > before + 100 && rows() < added.get());
            relay.stop();
            relay.start();
        }
        enough.set(true);
        adding.join();

        await().atMost(SOON).until(() -> rows() == 0);
        assertThat(Set.copyOf(events.published())).hasSize((int) added.get()).contains(1L, added.get());
        assertThat(output.getAll()).doesNotContain("Engine has failed", "did not end well");
    }

    @Test
    void that_published_rows_are_deleted_is_not_told_to_the_engine() {
        assertThat(jdbc.sql("""
                        select pubinsert and pubupdate and not pubdelete and not pubtruncate
                          from pg_publication where pubname = 'parley_conversation_outbox'""").query(Boolean.class).single()).isTrue();
    }

    @Test
    void what_is_too_large_does_not_stop_the_engine() {
        Events events = new Events(outbox, transactions);
        events.add(1, "x".repeat(Topic.MAX_RECORD_BYTES + 1));
        events.add(2);

        await().atMost(SOON).until(() -> events.published().equals(List.of(2L)));
        await().atMost(SOON).until(() -> refused() == 1);
        try (TopicReader dead = TopicReader.fromBeginning(Topic.CONVERSATION_EVENTS.deadLetterName())) {
            assertThat(dead.await(events.key()).header("dlq_reason")).isEqualTo("too_large");
        }
        jdbc.sql("delete from outbox").update();
    }

    @Test
    void a_slot_that_is_read_is_found_to_be_well() {
        watch.measure();

        assertThat(guard.isUsable()).isTrue();
        assertThat(guard.wasLost()).isFalse();
        assertThat(watch.slot().isReadable()).isTrue();
        assertThat(watch.slot().lag()).isNotNegative();
    }

    /** What of the outbox' changes the write-ahead log brings to its reader from now on. */
    private void publish(String changes) {
        jdbc.sql("alter publication parley_conversation_outbox set (publish = '" + changes + "')")
                .update();
    }

    private long rows() {
        return jdbc.sql("select count(*) from outbox where refused_at is null")
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private long refused() {
        return jdbc.sql("select count(*) from outbox where refused_at is not null")
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
