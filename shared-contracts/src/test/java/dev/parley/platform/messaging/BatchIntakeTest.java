package dev.parley.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.CancelTurn;
import dev.parley.contracts.turn.TurnCommand;
import dev.parley.contracts.turn.TurnOutcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class BatchIntakeTest {
    private final MockProducer<String, byte[]> log =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final EventRecords records = new EventRecords("test", Clock.systemUTC());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DeadLetters deadLetters = new DeadLetters("test", new EventProducer(log, records), meters);
    private final List<String> handled = new ArrayList<>();
    private final List<Positions> places = new ArrayList<>();

    @Test
    void a_batch_is_handled_as_one_in_its_order() {
        List<Integer> sizes = new ArrayList<>();

        intake(batch -> sizes.add(batch.size())).accept(List.of(cancel("a"), cancel("b"), cancel("c")));

        assertThat(sizes).containsExactly(3);
        assertThat(log.history()).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_put_aside_with_its_reason_and_the_rest_is_handled() {
        ConsumerRecord<String, byte[]> broken = cancel("broken");
        var unreadable = new ConsumerRecord<>(broken.topic(), 3, 17, "key", "no json".getBytes(UTF_8));
        broken.headers().forEach(unreadable.headers()::add);

        intake(this::note).accept(List.of(cancel("a"), unreadable, cancel("b")));

        assertThat(handled).containsExactly("a", "b");
        ProducerRecord<String, byte[]> letter = log.history().getFirst();
        assertThat(letter.topic()).isEqualTo("chat.turn-requests.dlq");
        assertThat(letter.value()).isEqualTo("no json".getBytes(UTF_8));
        assertThat(header(letter, "dlq_reason")).isEqualTo("unreadable");
        assertThat(header(letter, "dlq_reader")).isEqualTo("test");
        assertThat(header(letter, "dlq_partition")).isEqualTo("3");
        assertThat(header(letter, "dlq_offset")).isEqualTo("17");
        assertThat(header(letter, CloudEventHeaders.TYPE)).isEqualTo("parley.turn.cancel_turn.v1");
    }

    @Test
    void a_record_that_lacks_what_it_must_have_is_unreadable() {
        ConsumerRecord<String, byte[]> whole = cancel("whole");
        var lacking = new ConsumerRecord<>(whole.topic(), 0, 0, "key", "{\"reason\":\"x\"}".getBytes(UTF_8));
        whole.headers().forEach(lacking.headers()::add);

        intake(this::note).accept(List.of(lacking));

        assertThat(header(log.history().getFirst(), "dlq_detail")).contains("CancelTurn has no turnId");
    }

    @Test
    void an_unknown_fact_is_skipped_and_counted() {
        var facts = new BatchIntake<TurnOutcome>(
                Topic.TURN_OUTCOMES,
                new EventDecoder<>(Topic.TURN_OUTCOMES, TurnOutcome.class),
                (batch, reached) -> places.add(reached),
                new UnknownTypes(null, deadLetters, meters),
                deadLetters);

        facts.accept(List.of(ofType(cancel("x"), "parley.turn.from_the_future.v9")));

        assertThat(log.history()).isEmpty();
        assertThat(count("parley.messaging.skipped", "chat.turn-outcomes")).isEqualTo(1);
        assertThat(places).containsExactly(at(Topic.TURN_OUTCOMES, 0, 1));
    }

    @Test
    void an_unknown_command_is_parked_once_and_counted() {
        List<String> parked = new ArrayList<>();
        BatchIntake<TurnCommand> intake = intake(this::note, (_, raw, type) -> parked.add(raw.key() + " " + type));

        intake.accept(List.of(cancel("a"), ofType(cancel("x"), "parley.turn.from_the_future.v9"), cancel("b")));

        assertThat(parked).containsExactly("key parley.turn.from_the_future.v9");
        assertThat(handled).containsExactly("a", "b");
        assertThat(log.history()).isEmpty();
        assertThat(count("parley.messaging.parked", "chat.turn-requests")).isEqualTo(1);
    }

    @Test
    void an_unknown_command_that_cannot_be_parked_is_put_aside() {
        intake(this::note, null).accept(List.of(ofType(cancel("x"), "unknown")));
        intake(this::note, (_, _, _) -> {
                    throw new IllegalArgumentException("U+0000");
                })
                .accept(List.of(ofType(cancel("x"), "unknown")));

        assertThat(log.history())
                .extracting(letter -> header(letter, "dlq_reason"))
                .containsExactly("unknown_type", "unknown_type");
    }

    @Test
    void without_a_place_to_park_for_the_moment_the_batch_comes_again() {
        BatchIntake<TurnCommand> intake = intake(this::note, (_, _, _) -> {
            throw new DataAccessResourceFailureException("The database is away");
        });

        assertThatThrownBy(() -> intake.accept(List.of(ofType(cancel("x"), "unknown"))))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(log.history()).isEmpty();
    }

    @Test
    void the_handler_learns_how_far_it_has_come_whatever_stood_there() {
        BatchIntake<TurnCommand> intake = positioned((batch, reached) -> places.add(reached));

        intake.accept(List.of(placed(2, 10, "a"), unreadable(2, 11), placed(7, 3, "b"), unreadable(7, 4)));
        intake.accept(List.of(unreadable(1, 99)));

        assertThat(places)
                .containsExactly(
                        at(Topic.TURN_REQUESTS, 2, 12).furthest(at(Topic.TURN_REQUESTS, 7, 5)),
                        at(Topic.TURN_REQUESTS, 1, 100));
    }

    @Test
    void it_learns_so_record_by_record_when_a_batch_is_refused_and_of_the_culprit_too() {
        BatchIntake<TurnCommand> intake = positioned((batch, reached) -> {
            if (batch.stream().map(BatchIntakeTest::reason).anyMatch("culprit"::equals)) {
                throw new IllegalArgumentException("Never");
            }
            places.add(reached);
        });

        intake.accept(List.of(placed(0, 1, "a"), placed(0, 2, "culprit")));

        assertThat(places).containsExactly(at(Topic.TURN_REQUESTS, 0, 2), at(Topic.TURN_REQUESTS, 0, 3));
    }

    @Test
    void a_failure_that_may_pass_makes_the_batch_come_again() {
        BatchIntake<TurnCommand> intake = intake(batch -> {
            throw new DataAccessResourceFailureException("The database is away");
        });

        assertThatThrownBy(() -> intake.accept(List.of(cancel("a"))))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(log.history()).isEmpty();
    }

    @Test
    void the_culprit_of_a_batch_that_is_refused_is_found_and_put_aside() {
        intake(batch -> batch.forEach(one -> {
                    if (reason(one).equals("culprit")) {
                        throw new IllegalArgumentException("Never");
                    }
                    handled.add(reason(one));
                }))
                .accept(List.of(cancel("a"), cancel("culprit"), cancel("b")));

        assertThat(handled).contains("a", "b");
        assertThat(log.history()).hasSize(1);
        assertThat(header(log.history().getFirst(), "dlq_reason")).isEqualTo("rejected");
    }

    @Test
    void a_dead_letter_that_is_not_confirmed_makes_the_batch_come_again() {
        log.sendException = new org.apache.kafka.common.errors.TimeoutException("No broker");

        assertThatThrownBy(() -> intake(this::note).accept(List.of(unreadable(0, 0))))
                .isInstanceOf(SendFailed.class);
    }

    private BatchIntake<TurnCommand> intake(Consumer<List<Received<TurnCommand>>> handler) {
        return intake(handler, null);
    }

    private BatchIntake<TurnCommand> intake(Consumer<List<Received<TurnCommand>>> handler, @Nullable Parking parking) {
        return intake((batch, _) -> handler.accept(batch), parking);
    }

    private BatchIntake<TurnCommand> positioned(PositionedHandler<TurnCommand> handler) {
        return intake(handler, null);
    }

    private BatchIntake<TurnCommand> intake(PositionedHandler<TurnCommand> handler, @Nullable Parking parking) {
        return new BatchIntake<>(
                Topic.TURN_REQUESTS,
                new EventDecoder<>(Topic.TURN_REQUESTS, TurnCommand.class),
                handler,
                new UnknownTypes(parking, deadLetters, meters),
                deadLetters);
    }

    private double count(String counter, String topic) {
        return meters.counter(counter, "topic", topic, "type", "parley.turn.from_the_future.v9")
                .count();
    }

    private static Positions at(Topic topic, int partition, long next) {
        return new Positions(Map.of(new LogPartition(topic, partition), next));
    }

    private ConsumerRecord<String, byte[]> placed(int partition, long offset, String reason) {
        ConsumerRecord<String, byte[]> raw = cancel(reason);
        var placed = new ConsumerRecord<>(raw.topic(), partition, offset, raw.key(), raw.value());
        raw.headers().forEach(placed.headers()::add);
        return placed;
    }

    private static ConsumerRecord<String, byte[]> unreadable(int partition, long offset) {
        return new ConsumerRecord<>("chat.turn-requests", partition, offset, "key", "no json".getBytes(UTF_8));
    }

    private void note(List<Received<TurnCommand>> batch) {
        batch.forEach(one -> handled.add(reason(one)));
    }

    private static String reason(Received<TurnCommand> received) {
        return received.event() instanceof CancelTurn cancel ? cancel.reason() : "";
    }

    private ConsumerRecord<String, byte[]> cancel(String reason) {
        var event = new CancelTurn(
                new TurnId(UUID.randomUUID()), new ConversationId(UUID.randomUUID()), reason, Instant.EPOCH);
        ProducerRecord<String, byte[]> sent =
                records.toRecord(Outgoing.of(Topic.TURN_REQUESTS, "key", UUID.randomUUID(), event));
        var received = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(received.headers()::add);
        return received;
    }

    private static ConsumerRecord<String, byte[]> ofType(ConsumerRecord<String, byte[]> raw, String type) {
        raw.headers().remove(CloudEventHeaders.TYPE);
        raw.headers().add(CloudEventHeaders.TYPE, type.getBytes(UTF_8));
        return raw;
    }

    private static String header(ProducerRecord<String, byte[]> raw, String name) {
        return new String(raw.headers().lastHeader(name).value(), UTF_8);
    }
}
