package dev.parley.agent.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.agent.turn.AgentTest;
import dev.parley.contracts.conversation.Author;
import dev.parley.contracts.conversation.ConversationDeleted;
import dev.parley.contracts.conversation.ConversationEvent;
import dev.parley.contracts.conversation.MessageAppended;
import dev.parley.contracts.conversation.MessageStatus;
import dev.parley.contracts.conversation.Role;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.testing.backing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What is on the log is remembered by a database that has lost it. */
@AgentTest
class RestoringTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final EventProducer producer;
    private final Memory memory;
    private final Summaries summaries;
    private final LostMemory lost;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;
    private final Principal owner =
            new Principal(Principal.Kind.USER, UUID.randomUUID().toString());

    RestoringTest(
            @Autowired EventProducer producer,
            @Autowired Memory memory,
            @Autowired Summaries summaries,
            @Autowired LostMemory lost,
            @Autowired TransactionOperations transactions,
            @Autowired TestDatabase database) {
        this.producer = producer;
        this.memory = memory;
        this.summaries = summaries;
        this.lost = lost;
        this.transactions = transactions;
        this.jdbc = JdbcClient.create(database.dataSource());
    }

    @Test
    void what_was_said_is_remembered_again_in_its_order_and_once() {
        var conversation = new ConversationId(UUID.randomUUID());
        tellTurns(conversation, 3);

        restore();
        restore();
        remember(conversation, "question 3", "answer 3");
        restore();

        Recalled recalled = recall(conversation);
        assertThat(recalled.said())
                .extracting(Said::text)
                .containsExactly(
                        "question 0",
                        "answer 0",
                        "question 1",
                        "answer 1",
                        "question 2",
                        "answer 2",
                        "question 3",
                        "answer 3");
        assertThat(recalled.said()).extracting(Said::speaker).startsWith(Said.Speaker.USER, Said.Speaker.ASSISTANT);
        assertThat(recalled.exposed()).isTrue();
    }

    @Test
    void what_was_deleted_is_not_remembered_and_known_to_be_gone() {
        var conversation = new ConversationId(UUID.randomUUID());
        tellTurns(conversation, 2);
        tell(new ConversationDeleted(conversation, owner, null, 9, Instant.EPOCH));
        await().atMost(SOON).until(() -> count("deleted_conversation", conversation) == 1);
        jdbc.sql("delete from deleted_conversation where conversation_id = :conversation")
                .param("conversation", conversation.value())
                .update();

        restore();

        assertThat(count("memory", conversation)).isZero();
        assertThat(count("deleted_conversation", conversation)).isEqualTo(1);
    }

    @Test
    void what_is_part_of_a_summary_does_not_come_back_beside_it() {
        var conversation = new ConversationId(UUID.randomUUID());
        tellTurns(conversation, 30);
        restore();
        try (TenantScope _ = TenantScope.of(owner)) {
            List<Leaving> leaving = summaries.leaving(conversation);
            assertThat(leaving).hasSize(20);
            transactions.executeWithoutResult(
                    _ -> assertThat(summaries.replace(conversation, Summary.NONE, "Summed up.", leaving))
                            .isTrue());
        }

        restore();

        assertThat(count("memory", conversation)).isEqualTo(40);
        assertThat(recall(conversation).summary()).isEqualTo("Summed up.");
    }

    @Test
    void what_is_no_words_of_a_turn_is_passed_over() {
        var conversation = new ConversationId(UUID.randomUUID());
        var turn = new TurnId(UUID.randomUUID());
        tell(message(conversation, turn, Role.USER, "question", 1));
        tell(message(conversation, turn, Role.ASSISTANT, "  ", 2));
        tell(message(conversation, turn, Role.SYSTEM, "somebody came", 3));
        tell(message(conversation, null, Role.USER, "said to others", 4));

        restore();

        assertThat(recall(conversation).said()).extracting(Said::text).containsExactly("question");
    }

    private void restore() {
        await().atMost(SOON).until(() -> open() == 0);
        jdbc.sql("delete from memory_restoring").update();
        lost.look();
        await().atMost(SOON)
                .until(() -> jdbc.sql("select count(*) from memory_restoring where done")
                                .query((row, _) -> row.getInt(1))
                                .single()
                        == Topic.CONVERSATION_EVENTS.partitions());
    }

    private int open() {
        return jdbc.sql("""
                        select count(*) from platform.work
                         where kind = 'memory-restoring' and state not in ('done', 'dead', 'cancelled')""").query((row, _) -> row.getInt(1)).single();
    }

    private void tellTurns(ConversationId conversation, int turns) {
        for (int i = 0; i < turns; i++) {
            var turn = new TurnId(UUID.randomUUID());
            tell(message(conversation, turn, Role.USER, "question " + i, 2 * i + 1));
            tell(message(conversation, turn, Role.ASSISTANT, "answer " + i, 2 * i + 2));
        }
    }

    private MessageAppended message(
            ConversationId conversation, @Nullable TurnId turn, Role role, String text, long sequence) {
        return new MessageAppended(
                conversation,
                owner,
                null,
                sequence,
                new MessageId(UUID.randomUUID()),
                turn,
                role,
                new Author(Author.Kind.HUMAN, null, null),
                text,
                MessageStatus.COMPLETED,
                "web",
                List.of(),
                List.of(),
                null,
                null,
                Instant.EPOCH);
    }

    private void tell(ConversationEvent event) {
        producer.sendAndAwait(
                Outgoing.of(Topic.CONVERSATION_EVENTS, event.conversationId().toString(), UUID.randomUUID(), event));
    }

    private void remember(ConversationId conversation, String question, String answer) {
        try (TenantScope _ = TenantScope.of(owner)) {
            memory.remember(
                    conversation,
                    new TurnId(UUID.randomUUID()),
                    List.of(new Said(Said.Speaker.USER, question), new Said(Said.Speaker.ASSISTANT, answer)),
                    false);
        }
    }

    private Recalled recall(ConversationId conversation) {
        try (TenantScope _ = TenantScope.of(owner)) {
            return memory.recall(conversation);
        }
    }

    private int count(String table, ConversationId conversation) {
        return jdbc.sql("select count(*) from " + table + " where conversation_id = :conversation")
                .param("conversation", conversation.value())
                .query((row, _) -> row.getInt(1))
                .single();
    }
}
