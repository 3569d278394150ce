package dev.parley.conversation.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.id.Principal;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.TraceParent;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.testing.backing.BackingServices;
import dev.parley.testing.backing.TestDatabase;
import dev.parley.testing.topic.TopicReader;
import dev.parley.testing.topic.TopicRecord;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@BackingServices
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "CONVERSATION_STREAM_SLOT=conversation_service_test"})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class AppenderTest {
    private final Appender appender;
    private final Conversations conversations;
    private final MeterRegistry meters;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Turns mine = turns();
    private final Turns other = turns();

    AppenderTest(
            Appender appender,
            Conversations conversations,
            MeterRegistry meters,
            TestDatabase database,
            PlatformTransactionManager transactions) {
        this.appender = appender;
        this.conversations = conversations;
        this.meters = meters;
        this.jdbc = JdbcClient.create(database.dataSource());
        this.transactions = new TransactionTemplate(transactions);
    }

    @Test
    void a_batch_is_stored_in_its_order_and_each_message_once() {
        RequestTurn first = mine.asks("First");
        RequestTurn second = mine.asks("Second");

        append(entries(first), entries(other.asks("Elsewhere")), entries(second), entries(first));
        append(TurnEntries.of(mine.answers(second, "Answer")));

        assertThat(texts(mine)).containsExactly("First", "Second", "Answer");
        assertThat(texts(other)).containsExactly("Elsewhere");
        assertThat(sequences(mine, 5)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(sequences(other, 3)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void each_event_belongs_to_the_trace_of_its_own_record() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        List<Entry> traced;
        try (Scope _ = TraceParent.context(trace).makeCurrent()) {
            traced = entries(mine.asks("Traced"));
        }

        append(traced, entries(mine.asks("Untraced")));

        List<TopicRecord> events = events(mine, 4);
        assertThat(String.valueOf(events.get(2).header("traceparent"))).contains("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(String.valueOf(events.get(3).header("traceparent")))
                .doesNotContain("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void what_is_somebody_elses_or_was_deleted_is_left_out_of_a_batch() {
        append(entries(mine.asks("Mine")));
        RequestTurn buried = other.asks("Buried");
        transactions.executeWithoutResult(_ -> conversations.bury(other.conversation.value(), Turns.NOON));
        Turns stranger = mine.of(new Principal(Principal.Kind.SESSION, "stranger"));
        double refused = refused();

        append(entries(buried), entries(stranger.asks("Mine as well?")), entries(mine.asks("Still mine")));

        assertThat(texts(mine)).containsExactly("Mine", "Still mine");
        assertThat(texts(other)).isEmpty();
        assertThat(conversations.isKnown(other.conversation.value())).isTrue();
        assertThat(refused() - refused).isEqualTo(1);
    }

    @Test
    void a_message_that_meets_the_deletion_of_its_conversation_leaves_nothing_behind() {
        append(entries(other.asks("First")));

        CompletableFuture<Void> late = transactions.execute(_ -> {
            try (TenantScope _ = TenantScope.of(other.owner)) {
                conversations.bury(other.conversation.value(), Turns.NOON);
            }
            CompletableFuture<Void> meanwhile = CompletableFuture.runAsync(
                    () -> append(entries(other.asks("Meanwhile")), entries(mine.asks("Mine"))));
            await().until(this::somebodyWaitsForALock);
            return meanwhile;
        });
        late.join();

        assertThat(texts(mine)).containsExactly("Mine");
        assertThat(jdbc.sql("select count(*) from conversation where id = :id")
                        .param("id", other.conversation.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void each_row_of_the_outbox_is_a_statement_of_its_own() {
        jdbc.sql("create table statements (rows bigint)").update();
        jdbc.sql("""
                        create function count_rows() returns trigger language plpgsql security definer as $$
                        begin insert into statements select count(*) from added; return null; end $$""").update();
        jdbc.sql("""
                        create trigger count_rows after insert on outbox referencing new table as added
                        for each statement execute function count_rows()""").update();

        append(entries(mine.asks("One")), entries(mine.asks("Two")), entries(other.asks("Three")));

        jdbc.sql("drop trigger count_rows on outbox").update();
        assertThat(jdbc.sql("select rows from statements").query(Long.class).list())
                .hasSize(7)
                .containsOnly(1L);
    }

    @Test
    void batches_that_share_conversations_never_wait_for_each_other_in_a_ring() {
        List<Turns> shared = IntStream.range(0, 20).mapToObj(_ -> turns()).toList();

        IntStream.range(0, 4)
                .mapToObj(reader -> CompletableFuture.runAsync(() -> appendManyTimes(shared, reader)))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(shared).allSatisfy(turns -> assertThat(texts(turns)).hasSize(4 * 5));
        assertThat(shared).allSatisfy(turns -> assertThat(lastSequence(turns)).isEqualTo(4 * 5 + 2));
    }

    private void appendManyTimes(List<Turns> shared, int reader) {
        Random random = new Random(reader);
        for (int round = 0; round < 5; round++) {
            List<Entry> batch = new ArrayList<>();
            shared.forEach(turns -> batch.addAll(entries(turns.asks("Message of " + reader))));
            Collections.shuffle(batch, random);
            append(batch);
        }
    }

    @SafeVarargs
    private void append(List<Entry>... parts) {
        List<Entry> batch = new ArrayList<>();
        for (List<Entry> part : parts) {
            batch.addAll(part);
        }
        transactions.executeWithoutResult(_ -> appender.append(batch));
    }

    private static List<Entry> entries(RequestTurn asked) {
        return TurnEntries.of(asked);
    }

    private static Turns turns() {
        return new Turns(new Principal(Principal.Kind.SESSION, UUID.randomUUID().toString()));
    }

    private List<String> texts(Turns turns) {
        return jdbc.sql("select content from message where conversation_id = :id order by sequence")
                .param("id", turns.conversation.value())
                .query((row, _) -> row.getString("content"))
                .list();
    }

    private long lastSequence(Turns turns) {
        return jdbc.sql("select last_seq from conversation where id = :id")
                .param("id", turns.conversation.value())
                .query(Long.class)
                .single();
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("""
                        select exists (select from pg_stat_activity
                                        where datname = current_database() and wait_event_type = 'Lock')""").query(Boolean.class).single();
    }

    private double refused() {
        return meters.counter("parley.conversation.appends.refused").count();
    }

    private static List<Long> sequences(Turns turns, int count) {
        return events(turns, count).stream()
                .map(event ->
                        WireJson.mapper().readTree(event.body()).get("sequence").asLong())
                .toList();
    }

    private static List<TopicRecord> events(Turns turns, int count) {
        try (TopicReader events = TopicReader.fromBeginning(Topic.CONVERSATION_EVENTS.topicName())) {
            return events.await(turns.conversation.toString(), count);
        }
    }
}
