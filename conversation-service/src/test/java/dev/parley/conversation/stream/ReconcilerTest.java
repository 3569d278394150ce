package dev.parley.conversation.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.testing.backing.BackingServices;
import dev.parley.testing.backing.TestDatabase;
import dev.parley.testing.topic.TopicReader;
import dev.parley.testing.topic.TopicRecord;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody reads the write-ahead log here: whatever is in the outbox was left behind. */
@BackingServices
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "parley.conversation.stream.enabled=false",
            "parley.conversation.stream.left-behind-after=0s"
        })
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ReconcilerTest {
    private final Reconciler reconciler;
    private final Outbox outbox;
    private final LeftBehind leftBehind;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final EventProducer producer;
    private final OutboxWatch watch;

    ReconcilerTest(
            Reconciler reconciler,
            Outbox outbox,
            LeftBehind leftBehind,
            TestDatabase database,
            PlatformTransactionManager transactions,
            EventProducer producer,
            OutboxWatch watch) {
        this.reconciler = reconciler;
        this.outbox = outbox;
        this.leftBehind = leftBehind;
        this.jdbc = JdbcClient.create(database.dataSource());
        this.transactions = new TransactionTemplate(transactions);
        this.producer = producer;
        this.watch = watch;
    }

    @BeforeEach
    void the_outbox_is_empty() {
        jdbc.sql("delete from outbox").update();
    }

    @Test
    void what_was_never_published_is_published_once_and_in_order() {
        Events first = events();
        Events second = events();
        for (long sequence = 1; sequence <= 5; sequence++) {
            first.add(sequence);
            second.add(sequence);
        }

        assertThat(reconciler.reconcile()).isEqualTo(10);
        assertThat(reconciler.reconcile()).isZero();

        assertThat(first.published()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(second.published()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(rows()).isZero();
    }

    @Test
    void what_was_published_and_not_taken_out_is_taken_out_and_not_published_again() {
        Events events = events();
        events.add(1);
        events.add(2);
        OutboxRow published = all().getFirst();
        producer.send(published.event()).join();

        reconciler.reconcile();

        assertThat(events.published()).containsExactly(1L, 2L);
        assertThat(rows()).isZero();
    }

    @Test
    void what_has_been_on_the_topic_for_long_is_found_whatever_the_clocks_say() {
        Events events = events();
        events.add(1);
        producer.send(all().getFirst().event()).join();
        jdbc.sql("update outbox set created_at = now() + interval '4 minutes'").update();

        // What the future has made is not old yet; with a clock that is wrong by less than five minutes it is found
        // later.
        assertThat(reconciler.reconcile()).isZero();
        jdbc.sql("update outbox set created_at = now() - interval '1 hour'").update();
        reconciler.reconcile();

        assertThat(events.published()).containsExactly(1L);
        assertThat(rows()).isZero();
    }

    @Test
    void of_replicas_that_look_at_the_same_time_one_publishes() {
        Events events = events();
        for (long sequence = 1; sequence <= 20; sequence++) {
            events.add(sequence);
        }

        Stream.generate(() -> CompletableFuture.runAsync(reconciler::reconcile))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);
        reconciler.reconcile();

        assertThat(events.published()).hasSize(20).isSorted().doesNotHaveDuplicates();
        assertThat(rows()).isZero();
    }

    @Test
    void of_a_deleted_conversation_nothing_but_that_is_told() {
        Events events = events();
        events.add(1);
        events.add(2);
        events.delete(3);

        reconciler.reconcile();

        assertThat(events.published()).containsExactly(3L);
    }

    @Test
    void a_deletion_waits_for_what_is_being_published() {
        Events events = events();
        events.add(1);
        UUID id = all().getFirst().id();
        CompletableFuture<Void> deletion = transactions.execute(_ -> {
            assertThat(leftBehind.isMine()).isTrue();
            assertThat(leftBehind.lock(List.of(id))).hasSize(1);
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> events.delete(2));
            await().until(() -> blocked() > 0);
            assertThat(waiting).isNotDone();
            return waiting;
        });

        assertThat(deletion).isNotNull();
        deletion.join();
        reconciler.reconcile();

        assertThat(events.published()).containsExactly(2L);
    }

    @Test
    void what_is_too_large_for_its_topic_stays_and_is_told_of_and_the_rest_is_published() {
        Events events = events();
        events.add(1);
        events.add(2, "x".repeat(Topic.MAX_RECORD_BYTES + 1));
        events.add(3);

        reconciler.reconcile();
        assertThat(reconciler.reconcile()).isZero();

        assertThat(events.published()).containsExactly(1L, 3L);
        assertThat(rows()).isEqualTo(1);
        watch.measure();
        assertThat(watch.outbox().refused()).isEqualTo(1);
        assertThat(watch.outbox().waiting()).isZero();
        try (TopicReader dead = TopicReader.fromBeginning(Topic.CONVERSATION_EVENTS.deadLetterName())) {
            TopicRecord letter = dead.await(events.key());
            assertThat(letter.header("dlq_reason")).isEqualTo("too_large");
            assertThat(letter.header("dlq_detail"))
                    .contains("table outbox", all().getFirst().id().toString());
            assertThat(letter.body()).isEmpty();
        }
    }

    @Test
    void what_a_newer_version_has_added_is_published_as_it_is() {
        jdbc.sql("""
                        insert into outbox (id, topic, key, type, payload) values
                        (gen_random_uuid(), 'conversation.events', :key, 'parley.conversation.praised.v7', '{"sequence":1}')""").param("key", "future-" + UUID.randomUUID()).update();
        String key = all().getFirst().event().key();

        reconciler.reconcile();

        try (TopicReader events = TopicReader.fromBeginning(Events.TOPIC)) {
            assertThat(events.await(key).header("ce_type")).isEqualTo("parley.conversation.praised.v7");
        }
    }

    @Test
    void what_waits_is_measured() {
        Events events = events();
        events.add(1);
        jdbc.sql("update outbox set created_at = now() - interval '90 seconds'").update();

        watch.measure();

        assertThat(watch.outbox().waiting()).isEqualTo(1);
        assertThat(watch.outbox().oldest().toSeconds()).isBetween(90L, 200L);
    }

    private Events events() {
        return new Events(outbox, transactions);
    }

    private List<OutboxRow> all() {
        return jdbc.sql("select * from outbox order by position")
                .query((row, _) -> OutboxRow.read(row))
                .list();
    }

    private int rows() {
        return all().size();
    }

    private long blocked() {
        return jdbc.sql("""
                        select count(*) from pg_stat_activity
                         where datname = current_database() and wait_event_type = 'Lock'""").query(Long.class).single();
    }
}
