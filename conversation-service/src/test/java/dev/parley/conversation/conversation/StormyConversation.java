package dev.parley.conversation.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.event.Event;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.CancelTurn;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnStarted;
import dev.parley.platform.messaging.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A conversation of which some records are missing, and between whose records there are others that nobody can use. */
final class StormyConversation {
    /** What the keys of poison begin with. */
    static final String POISON = "poison-";

    private static final String REQUEST = "parley.turn.request_turn.v1";
    private static final String COMPLETED = "parley.turn.completed.v1";

    private final Random random;
    private final Turns turns;
    private final List<StormRecord> records = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    StormyConversation(Principal owner, Random random) {
        this.random = random;
        this.turns = new Turns(owner);
    }

    String key() {
        return turns.conversation.toString();
    }

    String path() {
        return "/api/chat/conversations/" + key();
    }

    List<StormRecord> records() {
        return List.copyOf(records);
    }

    /** What is to be stored. */
    List<String> texts() {
        return List.copyOf(texts);
    }

    void turn(int number) {
        RequestTurn asked = turns.asks("Question " + number);
        texts.add("Question " + number);
        boolean ends = random.nextInt(8) > 0;
        if (!ends || random.nextInt(8) > 0) {
            add(Topic.TURN_REQUESTS, asked);
        }
        if (random.nextInt(3) == 0) {
            add(Topic.TURN_REQUESTS, new CancelTurn(asked.turnId(), turns.conversation, "storm", Turns.NOON));
        }
        add(
                Topic.TURN_OUTCOMES,
                new TurnStarted(asked.turnId(), turns.conversation, asked.owner(), null, 1, "offline", Turns.NOON));
        if (ends) {
            end(asked, number);
        }
        if (random.nextInt(7) == 0) {
            records.add(poison());
        }
        if (random.nextInt(7) == 0) {
            records.add(ofTheFuture());
        }
    }

    private void end(RequestTurn asked, int number) {
        String text = "Answer " + number;
        texts.add(text);
        add(Topic.TURN_OUTCOMES, random.nextBoolean() ? turns.answers(asked, text) : turns.breaksOff(asked, text));
    }

    private void add(Topic topic, Event event) {
        records.add(StormRecord.of(topic, key(), event));
    }

    private StormRecord poison() {
        String key = POISON + random.nextLong();
        return switch (random.nextInt(5)) {
            case 0 -> poison(Topic.TURN_REQUESTS, key, "no json", StormRecord.headers(REQUEST));
            case 1 -> poison(Topic.TURN_OUTCOMES, key, "{}", StormRecord.headers(COMPLETED));
            case 2 -> poison(Topic.TURN_OUTCOMES, key, "null", StormRecord.headers(COMPLETED));
            case 3 -> poison(Topic.TURN_REQUESTS, key, whole(), Map.of(CloudEventHeaders.TYPE, REQUEST));
            // Can be read, and no database can store it.
            default ->
                poison(
                        Topic.TURN_REQUESTS,
                        key,
                        whole().replace("poisoner", "poi,soner"),
                        StormRecord.headers(REQUEST));
        };
    }

    private String whole() {
        return new String(
                WireJson.write(new Turns(new Principal(Principal.Kind.SESSION, "poisoner")).asks("fine")), UTF_8);
    }

    private static StormRecord poison(Topic topic, String key, String body, Map<String, String> headers) {
        return new StormRecord(topic, key, body.getBytes(UTF_8), headers, true);
    }

    /** A fact is skipped, a command waits; neither is poison. */
    private StormRecord ofTheFuture() {
        Topic topic = random.nextBoolean() ? Topic.TURN_REQUESTS : Topic.TURN_OUTCOMES;
        return new StormRecord(
                topic, key(), "{}".getBytes(UTF_8), StormRecord.headers("parley.turn.from_the_future.v9"), false);
    }
}
