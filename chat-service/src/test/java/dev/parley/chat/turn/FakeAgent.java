package dev.parley.chat.turn;

import dev.parley.contracts.catalog.AgentCatalog;
import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.Delta;
import dev.parley.contracts.turn.FinishReason;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.MessageStart;
import dev.parley.contracts.turn.Question;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnCompleted;
import dev.parley.contracts.turn.TurnError;
import dev.parley.contracts.turn.TurnEvent;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.contracts.turn.TurnPaused;
import dev.parley.contracts.turn.TurnStarted;
import dev.parley.contracts.turn.TurnWaiting;
import dev.parley.contracts.turn.Usage;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.platform.messaging.WireJson;
import dev.parley.testing.topic.TopicReader;
import dev.parley.testing.topic.TopicRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers turns as agent-service would, step by step as the test says. */
public final class FakeAgent implements AutoCloseable {
    private static final Usage USAGE = new Usage(3, 5, BigDecimal.ZERO);

    private final EventProducer producer;
    private final TopicReader requests = TopicReader.fromNow("chat.turn-requests");

    private final Map<String, AtomicInteger> said = new ConcurrentHashMap<>();

    FakeAgent(EventProducer producer) {
        this.producer = producer;
    }

    public void offers(List<String> tools, List<String> models) {
        offers(tools, models, List.of());
    }

    public void offers(List<String> tools, List<String> models, List<String> assistants) {
        var catalog = new AgentCatalog(tools, models, models.getFirst(), Instant.EPOCH, assistants);
        producer.sendAndAwait(Outgoing.of(Topic.AGENT_CATALOG, AgentCatalog.KEY, UUID.randomUUID(), catalog));
    }

    /** The next turn that was asked for with this message. */
    public RequestTurn awaitTurn(String message) {
        byte[] body = requests.await(record -> record.text().contains(message)).body();
        return WireJson.read(body, RequestTurn.class);
    }

    /** The newest turn that was asked for with this message. */
    public RequestTurn awaitLastTurn(String message) {
        return WireJson.read(
                requests.records().stream()
                        .filter(record -> record.text().contains(message))
                        .toList()
                        .getLast()
                        .body(),
                RequestTurn.class);
    }

    /** The commands to stop this turn, once there are so many. */
    public List<TopicRecord> awaitCancels(TurnId turn, int count) {
        return requests.await(record -> isCancelOf(turn, record), count);
    }

    /** What was decided about tool calls of this turn, once there is so much. */
    public List<TopicRecord> awaitDecisions(TurnId turn, int count) {
        return requests.await(
                record -> "parley.turn.decide_tool_call.v1".equals(record.header(CloudEventHeaders.TYPE))
                        && record.text().contains(turn.toString()),
                count);
    }

    private static boolean isCancelOf(TurnId turn, TopicRecord record) {
        return "parley.turn.cancel_turn.v1".equals(record.header(CloudEventHeaders.TYPE))
                && record.text().contains(turn.toString());
    }

    /** How many different turns were asked for in this conversation. */
    long turnsOf(ConversationId conversation) {
        return requests.records(conversation.toString()).stream()
                .map(record -> record.header(CloudEventHeaders.ID))
                .distinct()
                .count();
    }

    public long requestsWith(String message) {
        return requests.records().stream()
                .filter(record -> record.text().contains(message))
                .count();
    }

    public void answer(RequestTurn turn, int attempt, String... pieces) {
        start(turn, attempt);
        for (int seq = 0; seq < pieces.length; seq++) {
            say(turn, attempt, new Delta(turn.turnId(), turn.messageId(), seq, pieces[seq]));
        }
        end(turn, attempt, String.join("", pieces));
    }

    public void start(RequestTurn turn, int attempt) {
        say(
                turn,
                attempt,
                new MessageStart(
                        turn.turnId(),
                        turn.conversationId(),
                        turn.messageId(),
                        turn.userMessageId(),
                        attempt,
                        "offline",
                        Instant.EPOCH));
        tell(
                new TurnStarted(
                        turn.turnId(),
                        turn.conversationId(),
                        turn.owner(),
                        turn.workspaceId(),
                        attempt,
                        "offline",
                        Instant.EPOCH),
                turn);
    }

    /** It waits for somebody to decide about these calls. */
    public void pause(RequestTurn turn, int attempt, String... toolCallIds) {
        tell(
                new TurnPaused(
                        turn.turnId(),
                        turn.conversationId(),
                        turn.owner(),
                        turn.workspaceId(),
                        attempt,
                        List.of(toolCallIds),
                        Clock.systemUTC().instant().plusSeconds(3600),
                        Instant.EPOCH),
                turn);
        say(turn, attempt, new TurnWaiting(turn.turnId(), List.of(toolCallIds), Instant.EPOCH));
    }

    public void end(RequestTurn turn, int attempt, String text) {
        showEnd(turn, attempt, text);
        tellEnd(turn, attempt, text);
    }

    /** What readers see of the end. */
    void showEnd(RequestTurn turn, int attempt, String text) {
        say(turn, attempt, new MessageEnd(turn.turnId(), turn.messageId(), text, FinishReason.STOP, USAGE, List.of()));
    }

    /** The outcome, for the record. */
    public void tellEnd(RequestTurn turn, int attempt, String text) {
        tell(
                new TurnCompleted(
                        turn.turnId(),
                        turn.conversationId(),
                        attempt,
                        new Question(turn.userMessageId(), turn.owner(), null, "web", turn.message(), turn.createdAt()),
                        turn.messageId(),
                        text,
                        FinishReason.STOP,
                        List.of(),
                        List.of(),
                        USAGE,
                        "offline",
                        "assistant/1",
                        Instant.EPOCH),
                turn);
    }

    public void fail(RequestTurn turn, String code) {
        say(turn, 1, new TurnError(turn.turnId(), code, "The model is not there.", true));
    }

    public void say(RequestTurn turn, int attempt, TurnEvent event) {
        producer.sendAndAwait(new Outgoing(
                Topic.TURN_STREAM,
                turn.streamPartition(),
                turn.conversationId().toString(),
                UUID.randomUUID(),
                event,
                Map.of(
                        CloudEventHeaders.TURN, turn.turnId().toString(),
                        CloudEventHeaders.ATTEMPT, Integer.toString(attempt),
                        CloudEventHeaders.SEQ, Integer.toString(place(turn, attempt)))));
    }

    private int place(RequestTurn turn, int attempt) {
        return said.computeIfAbsent(turn.turnId() + "/" + attempt, _ -> new AtomicInteger())
                .getAndIncrement();
    }

    private void tell(TurnOutcome outcome, RequestTurn turn) {
        producer.sendAndAwait(
                Outgoing.of(Topic.TURN_OUTCOMES, turn.conversationId().toString(), UUID.randomUUID(), outcome));
    }

    @Override
    public void close() {
        requests.close();
    }
}
