package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.id.ConversationId;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.EventRecords;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.work.Fence;
import dev.parley.platform.work.Fenced;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerTextTest {
    private final MockProducer<String, byte[]> log =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final Departures departures = new Departures();
    private final List<RuntimeException> broken = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        departures.start();
    }

    @AfterEach
    void stop() {
        departures.stop();
    }

    @Test
    void a_token_that_is_alone_goes_at_once() {
        text(Integer.MAX_VALUE).say("One");

        assertThat(sent()).containsExactly("One");
    }

    @Test
    void while_one_is_on_its_way_others_join_and_leave_when_it_has_arrived() {
        AnswerText text = text(Integer.MAX_VALUE);

        text.say("One");
        text.say(" two");
        text.say(" three");
        assertThat(sent()).containsExactly("One");
        log.completeNext();

        await().untilAsserted(() -> assertThat(sent()).containsExactly("One", " two three"));
        assertThat(text.whole()).isEqualTo("One two three");
        assertThat(broken).isEmpty();
    }

    @Test
    void what_has_become_large_waits_for_nothing() {
        AnswerText text = text(Integer.MAX_VALUE);
        String large = "x".repeat(8 * 1024);

        text.say("One");
        text.say(large);

        assertThat(sent()).containsExactly("One", large);
    }

    @Test
    void what_was_flushed_meanwhile_does_not_leave_again() {
        AnswerText text = text(Integer.MAX_VALUE);

        text.say("One");
        text.say(" two");
        text.flush();
        log.completeNext();
        log.completeNext();
        text.say(" three");

        await().untilAsserted(() -> assertThat(sent()).containsExactly("One", " two", " three"));
    }

    @Test
    void that_what_had_to_wait_can_go_nowhere_is_told() {
        AnswerText text = text(1);

        text.say("One");
        text.say(" two");
        log.completeNext();

        await().until(() -> !broken.isEmpty());
        assertThat(broken).singleElement().isInstanceOf(Fenced.class);
        assertThat(sent()).containsExactly("One");
    }

    @Test
    void there_is_room_for_so_much_and_no_more() {
        AnswerText text = text(Integer.MAX_VALUE);

        assertThat(text.say("x".repeat(AnswerText.LONGEST))).isTrue();
        assertThat(text.say("y")).isFalse();

        assertThat(text.whole()).hasSize(AnswerText.LONGEST);
    }

    /** @param sends how many may go before the turn is somebody else's */
    private AnswerText text(int sends) {
        Fence fence = new MortalFence(sends);
        var request = Requests.plain(new ConversationId(UUID.randomUUID()), "Count.");
        var producer = new EventProducer(log, new EventRecords("agent-service", Clock.systemUTC()));
        return new AnswerText(new StreamWriter(producer, request, 1, fence), request, departures, broken::add);
    }

    private List<String> sent() {
        return log.history().stream()
                .map(record ->
                        WireJson.mapper().readTree(record.value()).get("text").asString())
                .toList();
    }
}
