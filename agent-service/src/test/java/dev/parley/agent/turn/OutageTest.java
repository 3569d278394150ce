package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agent.model.ModelRequest;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.EventRecords;
import dev.parley.platform.messaging.SendFailed;
import dev.parley.platform.work.Inbox;
import dev.parley.platform.work.WorkKind;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A log that takes nothing. */
@AgentTest
class OutageTest {
    private final ScriptedModel model;
    private final WorkKind kind;
    private final TurnStandings standings;
    private final Answering answering;
    private final Abandoned abandoned;
    private final Finish finish;
    private final Inbox inbox;

    OutageTest(
            @Autowired ScriptedModel model,
            @Autowired WorkKind turnKind,
            @Autowired TurnStandings standings,
            @Autowired Answering answering,
            @Autowired Abandoned abandoned,
            @Autowired Finish finish,
            @Autowired Inbox inbox) {
        this.model = model;
        this.kind = turnKind;
        this.standings = standings;
        this.answering = answering;
        this.abandoned = abandoned;
        this.finish = finish;
        this.inbox = inbox;
    }

    @Test
    void the_first_attempt_asks_the_model_at_once_and_no_later_one_pays_it_in_vain() {
        RequestTurn turn = Requests.plain(new ConversationId(UUID.randomUUID()), "say unheard");
        try (EventProducer producer = producer()) {
            TurnHandler handler = handler(producer);
            for (int attempt = 1; attempt <= 3; attempt++) {
                var item = Mortals.item(turn, attempt, new MortalFence(Mortals.NEVER));
                assertThatThrownBy(() -> handler.run(item)).isInstanceOf(SendFailed.class);
            }
        }

        assertThat(model.requests).filteredOn(OutageTest::isOurs).hasSize(1);
    }

    private TurnHandler handler(EventProducer producer) {
        var telling = new Telling(producer, new Streams(producer), finish, inbox, Clock.systemUTC());
        return new TurnHandler(kind, standings, answering, abandoned, telling);
    }

    private static EventProducer producer() {
        Map<String, Object> nowhere =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1", ProducerConfig.MAX_BLOCK_MS_CONFIG, 100);
        return new EventProducer(
                new KafkaProducer<>(nowhere, new StringSerializer(), new ByteArraySerializer()),
                new EventRecords("agent-service", Clock.systemUTC()));
    }

    private static boolean isOurs(ModelRequest request) {
        return request.messages().toString().contains("say unheard");
    }
}
