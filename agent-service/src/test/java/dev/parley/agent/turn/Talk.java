package dev.parley.agent.turn;

import dev.parley.contracts.conversation.ConversationDeleted;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnCommand;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.platform.messaging.WireJson;
import dev.parley.testing.topic.TopicReader;
import dev.parley.testing.topic.TopicRecord;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A conversation with the agent over the log, as chat-service and conversation-service see it. */
final class Talk implements AutoCloseable {
    private static final String DELTA = "parley.turn.delta.v1";
    private static final Set<String> NO_ENDS = Set.of("parley.turn.started.v1", "parley.turn.paused.v1");
    private static final Set<String> LAST = Set.of("parley.turn.message_end.v1", "parley.turn.error.v1");

    private final EventProducer producer;
    private final ConversationId conversation = new ConversationId(UUID.randomUUID());
    private final TopicReader stream = TopicReader.fromNow("chat.turn-stream");
    private final TopicReader outcomes = TopicReader.fromNow("chat.turn-outcomes");

    Talk(EventProducer producer) {
        this.producer = producer;
    }

    ConversationId conversation() {
        return conversation;
    }

    RequestTurn request(String message) {
        return Requests.plain(conversation, message);
    }

    RequestTurn ask(String message) {
        RequestTurn turn = request(message);
        send(turn);
        return turn;
    }

    void send(TurnCommand command) {
        UUID id = command instanceof RequestTurn ? command.turnId().value() : UUID.randomUUID();
        producer.sendAndAwait(
                Outgoing.of(Topic.TURN_REQUESTS, command.conversationId().toString(), id, command));
    }

    void delete(RequestTurn turn) {
        producer.sendAndAwait(Outgoing.of(
                Topic.CONVERSATION_EVENTS,
                turn.conversationId().toString(),
                UUID.randomUUID(),
                new ConversationDeleted(turn.conversationId(), turn.owner(), null, 5, Instant.EPOCH)));
    }

    void awaitBeginning(RequestTurn turn) {
        var _ = stream.await(record -> isOf(record, turn));
    }

    /** Its beginning. */
    void awaitAttempt(RequestTurn turn, int attempt) {
        var _ = stream.await(
                record -> isOf(record, turn) && Integer.toString(attempt).equals(record.header("ce_attempt")));
    }

    /** An announcement of one of its tool calls. */
    JsonNode awaitCall(RequestTurn turn, Predicate<JsonNode> which) {
        return json(stream.await(record -> isOf(record, turn) && isCall(record) && which.test(json(record))));
    }

    void awaitWords(RequestTurn turn) {
        var _ = stream.await(record -> isOf(record, turn) && DELTA.equals(record.header("ce_type")));
    }

    /** All of its stream, when its last event has come. */
    List<TopicRecord> streamOf(RequestTurn turn) {
        var _ = stream.await(record -> isOf(record, turn) && LAST.contains(record.header("ce_type")));
        return stream.records().stream().filter(record -> isOf(record, turn)).toList();
    }

    /** What it says when it waits for somebody. */
    JsonNode pauseOf(RequestTurn turn) {
        return json(outcomes.await(record -> "parley.turn.paused.v1".equals(record.header("ce_type"))
                && json(record).get("turn_id").asString().equals(turn.turnId().toString())));
    }

    /** The announcements of its tool calls so far, of all attempts. */
    List<JsonNode> callsOf(RequestTurn turn) {
        return stream.records().stream()
                .filter(record -> isOf(record, turn) && isCall(record))
                .map(Talk::json)
                .toList();
    }

    JsonNode outcomeOf(RequestTurn turn) {
        return json(outcomeRecord(turn));
    }

    TopicRecord outcomeRecord(RequestTurn turn) {
        return outcomes.await(record -> isOutcomeOf(record, turn));
    }

    /** How often its outcome has been told. */
    long outcomeCount(RequestTurn turn) {
        return outcomes.records(conversation.toString()).stream()
                .filter(record -> isOutcomeOf(record, turn))
                .count();
    }

    /** How many outcomes these were. */
    Set<String> outcomeIds(RequestTurn turn) {
        return outcomes.records(conversation.toString()).stream()
                .filter(record -> isOutcomeOf(record, turn))
                .map(record -> String.valueOf(record.header("ce_id")))
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        stream.close();
        outcomes.close();
    }

    static List<String> types(List<TopicRecord> events) {
        return events.stream()
                .map(event -> String.valueOf(event.header("ce_type")))
                .distinct()
                .toList();
    }

    static String text(List<TopicRecord> events) {
        return events.stream()
                .filter(event -> DELTA.equals(event.header("ce_type")))
                .map(event -> json(event).get("text").asString())
                .reduce("", String::concat);
    }

    static Instant time(TopicRecord record) {
        return Instant.parse(String.valueOf(record.header("ce_time")));
    }

    static JsonNode json(TopicRecord record) {
        return WireJson.mapper().readTree(record.body());
    }

    private static boolean isOutcomeOf(TopicRecord record, RequestTurn turn) {
        return !NO_ENDS.contains(String.valueOf(record.header("ce_type")))
                && json(record).get("turn_id").asString().equals(turn.turnId().toString());
    }

    private static boolean isCall(TopicRecord record) {
        return "parley.turn.tool_call.v1".equals(record.header("ce_type"));
    }

    private static boolean isOf(TopicRecord record, RequestTurn turn) {
        return turn.turnId().toString().equals(record.header("ce_turn"));
    }
}
