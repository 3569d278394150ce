package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.UserId;
import dev.parley.contracts.id.WorkspaceId;
import dev.parley.contracts.identity.UserErased;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.testing.backing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Each may spend a dollar a month. */
@AgentTest
class BudgetTest {
    private final EventProducer producer;
    private final Talk talk;
    private final JdbcClient jdbc;
    private @Nullable WorkspaceId workspace;
    private final Principal owner =
            new Principal(Principal.Kind.USER, UUID.randomUUID().toString());

    BudgetTest(@Autowired EventProducer producer, @Autowired TestDatabase database) {
        this.producer = producer;
        this.talk = new Talk(producer);
        this.jdbc = JdbcClient.create(database.dataSource());
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void what_a_turn_costs_is_written_down_once_however_often_it_is_asked_for() {
        RequestTurn turn = ask("say hello", ScriptedModel.PAID);
        BigDecimal cost = talk.outcomeOf(turn).get("usage").get("cost_usd").decimalValue();
        talk.send(turn);
        talk.outcomeOf(ask("say again", "scripted"));

        assertThat(cost).isPositive();
        assertThat(spent()).isEqualByComparingTo(cost);
    }

    @Test
    void who_has_spent_it_is_answered_by_what_costs_nothing_and_nothing_else() {
        talk.outcomeOf(ask("say hello", ScriptedModel.PAID));
        jdbc.sql("update spending set cost_usd = 1 where tenant = :tenant")
                .param("tenant", tenant())
                .update();

        JsonNode refused = talk.outcomeOf(ask("say hello", ScriptedModel.PAID));
        JsonNode free = talk.outcomeOf(ask("say hello", "scripted"));

        assertThat(refused.get("code").asString()).isEqualTo("budget_exceeded");
        assertThat(refused.get("retryable").asBoolean()).isFalse();
        assertThat(free.get("text").asString()).isEqualTo("hello");
        assertThat(spent()).isEqualByComparingTo("1");
    }

    @Test
    void a_workspace_has_a_budget_besides_that_of_its_people() {
        workspace = new WorkspaceId(UUID.randomUUID());
        BigDecimal cost = talk.outcomeOf(ask("say hello", ScriptedModel.PAID))
                .get("usage")
                .get("cost_usd")
                .decimalValue();
        assertThat(spent("workspace:" + workspace)).isEqualByComparingTo(cost);
        jdbc.sql("update spending set cost_usd = 2 where tenant = :tenant")
                .param("tenant", "workspace:" + workspace)
                .update();

        JsonNode refused = talk.outcomeOf(ask("say hello", ScriptedModel.PAID));

        assertThat(refused.get("code").asString()).isEqualTo("budget_exceeded");
        assertThat(spent()).isEqualByComparingTo(cost);
    }

    @Test
    void what_was_spent_last_month_does_not_count() {
        jdbc.sql("""
                        insert into spending (tenant, month, cost_usd)
                        values (:tenant, date_trunc('month', now() at time zone 'UTC') - interval '1 month', 5)""").param("tenant", tenant()).update();

        JsonNode answered = talk.outcomeOf(ask("say hello", ScriptedModel.PAID));

        assertThat(answered.get("text").asString()).isEqualTo("hello");
    }

    @Test
    void what_somebody_has_spent_who_is_erased_is_forgotten() {
        talk.outcomeOf(ask("say hello", ScriptedModel.PAID));
        assertThat(spent()).isPositive();

        producer.sendAndAwait(Outgoing.of(
                Topic.IDENTITY_EVENTS,
                owner.id(),
                UUID.randomUUID(),
                new UserErased(new UserId(UUID.fromString(owner.id())), Instant.EPOCH)));

        await().untilAsserted(() -> assertThat(spent()).isZero());
    }

    private RequestTurn ask(String message, String model) {
        RequestTurn plain = Requests.toModel(talk.conversation(), message, model);
        var turn = new RequestTurn(
                plain.turnId(),
                plain.conversationId(),
                owner,
                workspace,
                plain.userMessageId(),
                plain.messageId(),
                message,
                plain.channel(),
                model,
                null,
                null,
                plain.onBusy(),
                plain.streamPartition(),
                plain.createdAt(),
                plain.expiresAt());
        talk.send(turn);
        return turn;
    }

    private BigDecimal spent() {
        return spent(tenant());
    }

    private BigDecimal spent(String tenant) {
        return jdbc.sql("select coalesce(sum(cost_usd), 0) from spending where tenant = :tenant")
                .param("tenant", tenant)
                .query(BigDecimal.class)
                .single();
    }

    private String tenant() {
        return "user:" + owner.id();
    }
}
