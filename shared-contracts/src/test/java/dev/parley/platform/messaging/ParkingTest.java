package dev.parley.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.CancelTurn;
import dev.parley.contracts.turn.TurnCommand;
import dev.parley.platform.schema.PlatformTables;
import dev.parley.testing.backing.Databases;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.transaction.support.TransactionTemplate;

class ParkingTest {
    private static final String KNOWN = "parley.turn.cancel_turn.v1";
    private static final String UNKNOWN = "parley.turn.from_the_future.v9";

    private final DataSource database = Databases.fresh().dataSource();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final ParkedCommands parked = new ParkedCommands(jdbc);
    private final MockProducer<String, byte[]> log =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final EventRecords records = new EventRecords("test", Clock.systemUTC());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> handled = new ArrayList<>();

    @BeforeEach
    void there_are_tables() {
        PlatformTables.migrate(database);
        jdbc.sql("create table effect (reason text)").update();
    }

    @Test
    void a_command_of_an_unknown_type_waits_as_it_is_and_only_once() {
        BatchListener listener = listening(this::handle).listener();
        ConsumerRecord<String, byte[]> unknown = command(4, 17, UNKNOWN, "x");
        unknown.headers().add("twice", null).add("twice", new byte[] {0, -1});

        listener.accept(new GenericMessage<>(List.of(command(4, 16, KNOWN, "a"), unknown)));
        listener.accept(new GenericMessage<>(List.of(unknown)));

        assertThat(handled).containsExactly("a");
        assertThat(log.history()).isEmpty();
        ConsumerRecord<String, byte[]> kept =
                parked.takeOldest(Topic.TURN_REQUESTS, List.of(UNKNOWN)).orElseThrow();
        assertThat(kept.partition()).isEqualTo(4);
        assertThat(kept.offset()).isEqualTo(17);
        assertThat(kept.key()).isEqualTo("key");
        assertThat(kept.value()).isEqualTo(unknown.value());
        assertThat(kept.headers()).isEqualTo(unknown.headers());
        assertThat(parked.waiting()).containsEntry("chat.turn-requests", 1L);
    }

    @Test
    void once_its_type_is_known_it_is_handled_before_anything_new_and_forgotten() {
        Listening old = listening(this::handle);
        old.listener()
                .accept(new GenericMessage<>(List.of(
                        command(4, 18, UNKNOWN, "second"),
                        command(4, 17, UNKNOWN, "first"),
                        command(5, 1, "never", "x"))));
        upgrade();

        Listening upgraded = listening(this::handle);
        upgraded.retries().start();
        upgraded.retries().stop();

        assertThat(handled).containsExactly("first", "second");
        assertThat(effects()).isEqualTo(2);
        assertThat(parked.waiting()).containsEntry("chat.turn-requests", 1L);
        assertThat(meters.get("parley.messaging.parked.waiting").gauge().value())
                .isEqualTo(1);
    }

    @Test
    void a_handler_that_fails_for_the_moment_leaves_it_where_it_is() {
        park("first");
        Listening away = listening(command -> {
            handle(command);
            throw new DataAccessResourceFailureException("The database is away");
        });

        assertThatCode(() -> away.retries().start()).doesNotThrowAnyException();
        away.retries().stop();

        assertThat(effects()).isZero();
        assertThat(parked.waiting()).containsEntry("chat.turn-requests", 1L);

        Listening back = listening(this::handle);
        back.retries().start();
        back.retries().stop();
        assertThat(effects()).isEqualTo(1);
        assertThat(parked.waiting()).isEmpty();
    }

    @Test
    void what_the_handler_refuses_for_good_is_put_aside_and_the_next_is_handled() {
        park("culprit");
        park("next");

        Listening choosy = listening(command -> {
            handle(command);
            if (reason(command).equals("culprit")) {
                throw new IllegalArgumentException("Never");
            }
        });
        choosy.retries().start();
        choosy.retries().stop();

        assertThat(effects()).isEqualTo(1);
        assertThat(parked.waiting()).isEmpty();
        assertThat(log.history()).singleElement().satisfies(letter -> {
            assertThat(new String(letter.headers().lastHeader("dlq_reason").value(), UTF_8))
                    .isEqualTo("rejected");
            assertThat(letter.key()).isEqualTo("key");
        });
    }

    @Test
    void what_cannot_be_read_even_now_is_put_aside() {
        ConsumerRecord<String, byte[]> broken = command(0, 0, KNOWN, "x");
        parked.park(
                Topic.TURN_REQUESTS,
                new ConsumerRecord<>(
                        broken.topic(),
                        0,
                        0,
                        0,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        "key",
                        "{".getBytes(UTF_8),
                        broken.headers(),
                        Optional.empty()),
                KNOWN);

        Listening listening = listening(this::handle);
        listening.retries().start();
        listening.retries().stop();

        assertThat(parked.waiting()).isEmpty();
        assertThat(new String(
                        log.history()
                                .getFirst()
                                .headers()
                                .lastHeader("dlq_reason")
                                .value(),
                        UTF_8))
                .isEqualTo("unreadable");
    }

    private record Listening(BatchListener listener, ParkedRetries retries) {}

    private Listening listening(Consumer<Received<TurnCommand>> handler) {
        var letters = new DeadLetters("test", new EventProducer(log, records), meters);
        var listeners = new BatchListeners(new UnknownTypes(parked, letters, meters), letters);
        BatchListener listener =
                listeners.listen(Topic.TURN_REQUESTS, TurnCommand.class, batch -> batch.forEach(handler));
        var transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        return new Listening(listener, new ParkedRetries(listeners, parked, transactions, meters));
    }

    private void handle(Received<TurnCommand> command) {
        handled.add(reason(command));
        jdbc.sql("insert into effect values (:reason)")
                .param("reason", reason(command))
                .update();
    }

    private long effects() {
        return jdbc.sql("select count(*) from effect").query(Long.class).single();
    }

    private int places;

    /** As an older version would have done. */
    private void park(String reason) {
        parked.park(Topic.TURN_REQUESTS, command(0, places++, KNOWN, reason), KNOWN);
    }

    /** From now on, what was unknown is a known type, as after a release. */
    private void upgrade() {
        for (ConsumerRecord<String, byte[]> raw : takeAll()) {
            raw.headers().remove(CloudEventHeaders.TYPE);
            raw.headers().add(CloudEventHeaders.TYPE, KNOWN.getBytes(UTF_8));
            parked.park(Topic.TURN_REQUESTS, raw, KNOWN);
        }
    }

    private List<ConsumerRecord<String, byte[]>> takeAll() {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        for (var one = take(); one.isPresent(); one = take()) {
            parked.remove(one.get());
            all.add(one.get());
        }
        return all;
    }

    private Optional<ConsumerRecord<String, byte[]>> take() {
        return parked.takeOldest(Topic.TURN_REQUESTS, List.of(UNKNOWN));
    }

    private static String reason(Received<TurnCommand> received) {
        return received.event() instanceof CancelTurn cancel ? cancel.reason() : "";
    }

    private ConsumerRecord<String, byte[]> command(int partition, long offset, String type, String reason) {
        var event = new CancelTurn(
                new TurnId(UUID.randomUUID()), new ConversationId(UUID.randomUUID()), reason, Instant.EPOCH);
        ProducerRecord<String, byte[]> sent =
                records.toRecord(Outgoing.of(Topic.TURN_REQUESTS, "key", UUID.randomUUID(), event));
        sent.headers().remove(CloudEventHeaders.TYPE);
        sent.headers().add(CloudEventHeaders.TYPE, type.getBytes(UTF_8));
        return new ConsumerRecord<>(
                sent.topic(),
                partition,
                offset,
                1000,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }
}
