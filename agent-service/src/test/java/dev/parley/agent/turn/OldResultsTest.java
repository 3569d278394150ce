package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.Inbox;
import dev.parley.platform.work.NewWork;
import dev.parley.testing.backing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AgentTest
class OldResultsTest {
    private final EventProducer producer;
    private final Results results;
    private final Inbox inbox;
    private final JdbcClient jdbc;

    OldResultsTest(
            @Autowired EventProducer producer,
            @Autowired Results results,
            @Autowired Inbox inbox,
            @Autowired TestDatabase database) {
        this.producer = producer;
        this.results = results;
        this.inbox = inbox;
        this.jdbc = JdbcClient.create(database.dataSource());
    }

    @Test
    void what_a_turn_came_to_is_forgotten_when_it_is_old_and_no_sooner() {
        RequestTurn old = answered("say old");
        RequestTurn recent = answered("say recent");
        decidedDaysAgo(old, 32);
        decidedDaysAgo(recent, 30);

        inbox.put(List.of(new NewWork(
                UUID.randomUUID(), "old-results", "old-results", "old-results", new byte[0], null, null, null)));

        await().until(() -> found(old).isEmpty());
        assertThat(found(recent)).isPresent();
    }

    private Optional<TurnOutcome> found(RequestTurn turn) {
        try (TenantScope _ = TenantScope.of(turn.owner())) {
            return results.find(turn.turnId());
        }
    }

    private RequestTurn answered(String question) {
        try (Talk talk = new Talk(producer)) {
            RequestTurn turn = talk.ask(question);
            var _ = talk.outcomeOf(turn);
            return turn;
        }
    }

    private void decidedDaysAgo(RequestTurn turn, int days) {
        jdbc.sql("update turn_result set decided_at = now() - :days * interval '1 day' where turn_id = :turn")
                .param("days", days)
                .param("turn", turn.turnId().value())
                .update();
    }
}
