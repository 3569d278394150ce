package dev.parley.agent.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.turn.AgentTest;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.platform.tenant.TenantScope;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** A message is remembered word by word or summed up, and never both or neither. */
@AgentTest
class SummariesTest {
    private static final int WINDOW = 40;

    private final Memory memory;
    private final Summaries summaries;
    private final Tombstones tombstones;
    private final TransactionOperations transactions;
    private final ConversationId conversation = new ConversationId(UUID.randomUUID());
    private final TenantScope scope =
            TenantScope.of(new Principal(Principal.Kind.USER, UUID.randomUUID().toString()));

    SummariesTest(
            @Autowired Memory memory,
            @Autowired Summaries summaries,
            @Autowired Tombstones tombstones,
            @Autowired TransactionOperations transactions) {
        this.memory = memory;
        this.summaries = summaries;
        this.tombstones = tombstones;
        this.transactions = transactions;
    }

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void what_is_said_while_a_summary_is_written_stays() {
        say(0, 30, false);
        List<Leaving> leaving = summaries.leaving(conversation);
        say(30, 31, false);

        assertThat(replace(Summary.NONE, leaving)).isTrue();

        assertThat(leaving)
                .hasSize(20)
                .first()
                .satisfies(it -> assertThat(it.said().text()).isEqualTo("question 0"));
        Recalled recalled = memory.recall(conversation);
        assertThat(recalled.summary()).isEqualTo("Summed up.");
        assertThat(recalled.said())
                .extracting(Said::text)
                .startsWith("question 10")
                .endsWith("answer 30")
                .hasSize(42);
    }

    @Test
    void a_summary_that_was_made_of_an_older_one_changes_nothing() {
        say(0, 30, false);
        List<Leaving> leaving = summaries.leaving(conversation);
        assertThat(replace(Summary.NONE, leaving)).isTrue();
        Summary first = summaries.of(conversation);
        say(30, 40, false);
        assertThat(replace(first, summaries.leaving(conversation))).isTrue();
        say(40, 50, false);

        assertThat(replace(first, summaries.leaving(conversation))).isFalse();
        assertThat(replace(Summary.NONE, summaries.leaving(conversation))).isFalse();

        assertThat(summaries.of(conversation).version()).isEqualTo(2);
        assertThat(memory.recall(conversation).said()).hasSize(60);
    }

    @Test
    void of_a_conversation_that_is_gone_there_is_none() {
        say(0, 30, false);
        List<Leaving> leaving = summaries.leaving(conversation);
        transactions.executeWithoutResult(_ -> tombstones.add(List.of(conversation)));

        assertThat(replace(Summary.NONE, leaving)).isFalse();

        assertThat(memory.recall(conversation).summary()).isEmpty();
    }

    @Test
    void long_messages_leave_earlier_and_the_newest_stays_however_long_it_is() {
        memory.remember(conversation, turn(), List.of(user("x".repeat(20_000))), false);
        memory.remember(conversation, turn(), List.of(user("short")), false);
        memory.remember(conversation, turn(), List.of(user("y".repeat(30_000))), false);

        assertThat(memory.recall(conversation).overfull()).isTrue();
        List<Leaving> leaving = summaries.leaving(conversation);

        assertThat(leaving).extracting(it -> it.said().text().length()).containsExactly(4_000, 5);
        assertThat(replace(Summary.NONE, leaving)).isTrue();
        assertThat(memory.recall(conversation).said())
                .singleElement()
                .satisfies(it -> assertThat(it.text()).hasSize(30_000));
        assertThat(memory.recall(conversation).overfull()).isFalse();
    }

    @Test
    void until_it_is_summed_up_half_as_much_again_is_told() {
        say(0, 25, false);
        assertThat(memory.recall(conversation).overfull()).isFalse();
        assertThat(memory.recall(conversation).said()).hasSize(50);

        say(25, 35, false);

        assertThat(memory.recall(conversation).overfull()).isTrue();
        assertThat(memory.recall(conversation).said()).hasSize(WINDOW * 3 / 2);
    }

    @Test
    void what_was_never_summed_up_is_bounded() {
        say(0, 250, false);

        summaries.forgetOldest(conversation);

        assertThat(summaries.leaving(conversation))
                .first()
                .satisfies(it -> assertThat(it.said().text()).isEqualTo("question 50"));
    }

    @Test
    void what_others_had_a_say_in_is_known_for_good() {
        say(0, 5, false);
        assertThat(memory.recall(conversation).exposed()).isFalse();
        say(5, 6, true);
        say(6, 40, false);
        assertThat(memory.recall(conversation).exposed()).isTrue();

        assertThat(replace(Summary.NONE, summaries.leaving(conversation))).isTrue();
        say(40, 41, false);

        assertThat(memory.recall(conversation).exposed()).isTrue();
        assertThat(summaries.leaving(conversation))
                .filteredOn(it -> it.said().speaker() == Said.Speaker.USER)
                .noneMatch(Leaving::exposed);
    }

    @Test
    void nobody_else_sees_it() {
        say(0, 30, false);
        assertThat(replace(Summary.NONE, summaries.leaving(conversation))).isTrue();

        try (TenantScope _ = TenantScope.of(
                new Principal(Principal.Kind.USER, UUID.randomUUID().toString()))) {
            assertThat(memory.recall(conversation).summary()).isEmpty();
            assertThat(memory.recall(conversation).said()).isEmpty();
        }
    }

    private boolean replace(Summary before, List<Leaving> leaving) {
        return Boolean.TRUE.equals(
                transactions.execute(_ -> summaries.replace(conversation, before, "Summed up.", leaving)));
    }

    private void say(int from, int to, boolean exposed) {
        IntStream.range(from, to)
                .forEach(i -> memory.remember(
                        conversation,
                        turn(),
                        Stream.of(user("question " + i), new Said(Said.Speaker.ASSISTANT, "answer " + i))
                                .toList(),
                        exposed));
    }

    private static Said user(String text) {
        return new Said(Said.Speaker.USER, text);
    }

    private static TurnId turn() {
        return new TurnId(UUID.randomUUID());
    }
}
