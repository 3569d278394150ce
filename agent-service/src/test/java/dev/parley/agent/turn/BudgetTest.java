package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.UserId;
import dev.parley.contracts.id.WorkspaceId;
import dev.parley.contracts.identity.UserErased;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.CancelTurn;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.contracts.turn.TurnFailed;
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

/** Each may spend a dollar a month, a workspace two, and all guests three. */
@AgentTest
class BudgetTest {
    /** So many steps into a turn that calls a tool, the model was asked what to say of that. */
    private static final int IN_THE_SECOND_STEP = 9;

    private final EventProducer producer;
    private final Talk talk;
    private final Talk other;
    private final TurnHandler handler;
    private final Results results;
    private final JdbcClient jdbc;
    private @Nullable WorkspaceId workspace;
    private Principal owner =
            new Principal(Principal.Kind.USER, UUID.randomUUID().toString());

    BudgetTest(@Autowired EventProducer producer, @Autowired TurnHandler handler, @Autowired TestDatabase database) {
        this.producer = producer;
        this.talk = new Talk(producer);
        this.other = new Talk(producer);
        this.handler = handler;
        this.results = new Results(JdbcClient.create(database.dataSource()));
        this.jdbc = JdbcClient.create(database.dataSource());
    }

    @AfterEach
    void close() {
        talk.close();
        other.close();
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
        spend("1", tenant());

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
        spend("2", "workspace:" + workspace);

        JsonNode refused = talk.outcomeOf(ask("say hello", ScriptedModel.PAID));

        assertThat(refused.get("code").asString()).isEqualTo("budget_exceeded");
        assertThat(spent()).isEqualByComparingTo(cost);
    }

    @Test
    void what_a_turn_may_cost_is_put_aside_until_it_is_decided() {
        spend("0.999", tenant());
        RequestTurn running = ask("ponder", ScriptedModel.PAID);
        talk.awaitWords(running);
        assertThat(held(running)).isBetween(new BigDecimal("0.0006"), new BigDecimal("0.001"));

        JsonNode refused = other.outcomeOf(ask(other, "say hello", ScriptedModel.PAID));
        talk.send(new CancelTurn(running.turnId(), talk.conversation(), "enough", Instant.EPOCH));
        talk.outcomeOf(running);

        assertThat(refused.get("code").asString()).isEqualTo("budget_exceeded");
        assertThat(refused.get("retryable").asBoolean()).isTrue();
        assertThat(held(running)).isZero();
        assertThat(other.outcomeOf(ask(other, "say hello", ScriptedModel.PAID))
                        .get("text")
                        .asString())
                .isEqualTo("hello");
        assertThat(spent()).isBetween(new BigDecimal("0.999"), new BigDecimal("0.9991"));
    }

    @Test
    void what_nobody_decides_any_more_is_free_again_after_a_while() {
        spend("0.999", tenant());
        jdbc.sql("""
                        insert into budget_hold (tenant, turn_id, attempt, cost_usd, expires_at)
                        values (:tenant, gen_random_uuid(), 1, 0.001, now() - interval '1 second')""").param("tenant", tenant()).update();

        JsonNode answered = talk.outcomeOf(ask("say hello", ScriptedModel.PAID));

        assertThat(answered.get("text").asString()).isEqualTo("hello");
    }

    @Test
    void a_turn_that_waits_for_approval_holds_what_it_has_cost_for_as_long() {
        RequestTurn turn = ask("tool asking", ScriptedModel.PAID);
        talk.pauseOf(turn);

        await().untilAsserted(
                        () -> assertThat(held(turn)).isBetween(new BigDecimal("0.000001"), new BigDecimal("0.0001")));
        assertThat(jdbc.sql("select expires_at > now() + interval '12 hours' from budget_hold where turn_id = :turn")
                        .param("turn", turn.turnId().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void all_guests_have_one_budget_besides_their_own() {
        owner = new Principal(Principal.Kind.SESSION, UUID.randomUUID().toString());
        BigDecimal before = spent("guests");
        BigDecimal cost = talk.outcomeOf(ask("say hello", ScriptedModel.PAID))
                .get("usage")
                .get("cost_usd")
                .decimalValue();
        assertThat(spent("guests")).isEqualByComparingTo(before.add(cost));
        assertThat(spent("session:" + owner.id())).isEqualByComparingTo(cost);

        spend("3", "guests");
        owner = new Principal(Principal.Kind.SESSION, UUID.randomUUID().toString());
        JsonNode guest = other.outcomeOf(ask(other, "say hello", ScriptedModel.PAID));
        owner = new Principal(Principal.Kind.USER, UUID.randomUUID().toString());
        JsonNode user = other.outcomeOf(ask(other, "say hello", ScriptedModel.PAID));
        spend("0", "guests");

        assertThat(guest.get("code").asString()).isEqualTo("budget_exceeded");
        assertThat(user.get("text").asString()).isEqualTo("hello");
    }

    @Test
    void a_turn_that_another_worker_may_not_go_on_with_keeps_what_it_had() throws InterruptedException {
        RequestTurn turn = request(talk, "tool reading", ScriptedModel.PAID);
        assertThat(Mortals.die(IN_THE_SECOND_STEP, handler::run, turn, 1)).isTrue();
        spend("1", tenant());

        assertThat(Mortals.die(Mortals.NEVER, handler::run, turn, 2)).isFalse();

        TurnFailed outcome = (TurnFailed) results.find(turn.turnId()).orElseThrow();
        assertThat(outcome.code()).isEqualTo("budget_exceeded");
        assertThat(outcome.text()).startsWith("Looking.");
        assertThat(outcome.toolCalls()).extracting(ToolCallRecord::toolId).containsExactly("reading");
        assertThat(outcome.usage().costUsd()).isPositive();
        assertThat(spent())
                .isEqualByComparingTo(BigDecimal.ONE.add(outcome.usage().costUsd()));
        assertThat(held(turn)).isZero();
    }

    @Test
    void a_turn_has_cost_what_it_did_though_its_conversation_is_deleted_meanwhile() {
        RequestTurn turn = ask("ponder", ScriptedModel.PAID);
        talk.awaitWords(turn);

        talk.delete(turn);

        await().untilAsserted(() -> assertThat(spent()).isPositive());
        assertThat(held(turn)).isZero();
        assertThat(talk.outcomeCount(turn)).isZero();
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
        return ask(talk, message, model);
    }

    private RequestTurn ask(Talk where, String message, String model) {
        RequestTurn turn = request(where, message, model);
        where.send(turn);
        return turn;
    }

    private RequestTurn request(Talk where, String message, String model) {
        RequestTurn plain = Requests.toModel(where.conversation(), message, model);
        return new RequestTurn(
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
    }

    /** So much this month, whatever it was. */
    private void spend(String costUsd, String tenant) {
        jdbc.sql("""
                        insert into spending (tenant, month, cost_usd)
                        values (:tenant, date_trunc('month', now() at time zone 'UTC'), :cost)
                        on conflict (tenant, month) do update set cost_usd = excluded.cost_usd""")
                .param("tenant", tenant)
                .param("cost", new BigDecimal(costUsd))
                .update();
    }

    private BigDecimal held(RequestTurn turn) {
        return jdbc.sql("select coalesce(sum(cost_usd), 0) from budget_hold where turn_id = :turn")
                .param("turn", turn.turnId().value())
                .query(BigDecimal.class)
                .single();
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
