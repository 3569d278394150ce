package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.agent.memory.Memory;
import dev.parley.agent.memory.Said;
import dev.parley.agent.memory.Summarising;
import dev.parley.agent.memory.SummaryWanted;
import dev.parley.agent.model.Digest;
import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ModelRequest;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.testing.backing.TestDatabase;
import dev.parley.testing.table.TableSearch;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conversations that have become long. */
@AgentTest
class SummaryTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int TURNS_BEFORE = 40;
    private static final int WINDOW = 40;

    private final Talk talk;
    private final ScriptedModel model;
    private final Memory memory;
    private final Summarising summarising;
    private final TestDatabase database;
    private final JdbcClient jdbc;
    private final Principal owner =
            new Principal(Principal.Kind.USER, UUID.randomUUID().toString());

    SummaryTest(
            @Autowired EventProducer producer,
            @Autowired ScriptedModel model,
            @Autowired Memory memory,
            @Autowired Summarising summarising,
            @Autowired TestDatabase database) {
        this.talk = new Talk(producer);
        this.model = model;
        this.memory = memory;
        this.summarising = summarising;
        this.database = database;
        this.jdbc = JdbcClient.create(database.dataSource());
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void what_has_left_the_window_is_told_summed_up_and_the_rest_word_by_word() {
        talkMuch();
        talk.outcomeOf(ask("say one", "scripted"));
        await().atMost(SOON).until(() -> messages() == WINDOW + 2 || messages() == WINDOW);

        RequestTurn turn = ask("remember", "scripted");
        String remembered = talk.outcomeOf(turn).path("text").asString();

        List<ModelMessage> read = requestOf("remember").messages();
        String summary = read.stream()
                .filter(ModelMessage.ToolAnswer.class::isInstance)
                .map(ModelMessage.ToolAnswer.class::cast)
                .filter(answer -> answer.toolId().equals(Digest.TOOL))
                .map(answer -> Digest.read(answer.content()).summary())
                .findFirst()
                .orElseThrow();
        int summedUp = Integer.parseInt(summary.split(" ", 2)[0]);
        int wordByWord = 2 * remembered.split("\\|").length;
        assertThat(remembered).endsWith("|question 39|say one");
        assertThat(summedUp + wordByWord).isEqualTo(2 * TURNS_BEFORE + 2);
        assertThat(read.getLast()).isInstanceOf(ModelMessage.ToolAnswer.class);
    }

    @Test
    void a_summary_costs_whoever_talks() {
        talkMuch();

        BigDecimal cost = talk.outcomeOf(ask("say one", ScriptedModel.PAID))
                .path("usage")
                .path("cost_usd")
                .decimalValue();

        await().atMost(SOON).until(() -> summaries() == 1);
        assertThat(jdbc.sql("select cost_usd from spending where tenant = :tenant")
                        .param("tenant", TenantScope.nameOf(owner))
                        .query(BigDecimal.class)
                        .single())
                .isGreaterThan(cost);
    }

    @Test
    void who_talks_little_has_no_summary() {
        talk.outcomeOf(ask("say one", "scripted"));
        talk.outcomeOf(ask("say two", "scripted"));

        assertThat(summaries()).isZero();
        assertThat(requestOf("say two").messages()).noneMatch(ModelMessage.ToolAnswer.class::isInstance);
    }

    @Test
    void with_the_conversation_goes_its_summary_and_none_comes_late() {
        talkMuch();
        RequestTurn turn = ask("say one", "scripted");
        await().atMost(SOON).until(() -> summaries() == 1);

        talk.delete(turn);
        await().atMost(SOON).until(() -> summaries() == 0 && messages() == 0);
        summarising.want(
                new SummaryWanted(talk.conversation(), owner, null, "scripted"), new TurnId(UUID.randomUUID()));

        await().atMost(SOON)
                .until(() ->
                        TableSearch.in(database.dataSource()).find(owner.id()).isEmpty());
        assertThat(summaries()).isZero();
    }

    private void talkMuch() {
        try (TenantScope _ = TenantScope.of(owner)) {
            for (int i = 0; i < TURNS_BEFORE; i++) {
                memory.remember(
                        talk.conversation(),
                        new TurnId(UUID.randomUUID()),
                        List.of(
                                new Said(Said.Speaker.USER, "question " + i),
                                new Said(Said.Speaker.ASSISTANT, "answer " + i)),
                        false);
            }
        }
    }

    private RequestTurn ask(String message, String wanted) {
        RequestTurn asked = Requests.toModel(talk.conversation(), message, wanted);
        var turn = new RequestTurn(
                asked.turnId(),
                asked.conversationId(),
                owner,
                null,
                asked.userMessageId(),
                asked.messageId(),
                message,
                asked.channel(),
                wanted,
                null,
                null,
                asked.onBusy(),
                asked.streamPartition(),
                asked.createdAt(),
                asked.expiresAt());
        talk.send(turn);
        return turn;
    }

    private ModelRequest requestOf(String message) {
        return model.requests.stream()
                .filter(request -> request.messages().contains(new ModelMessage.User(message)))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private int messages() {
        return count("memory");
    }

    private int summaries() {
        return count("memory_summary");
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where conversation_id = :conversation")
                .param("conversation", talk.conversation().value())
                .query((row, _) -> row.getInt(1))
                .single();
    }
}
