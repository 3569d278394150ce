package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.model.ModelReply;
import dev.parley.agent.model.StopReason;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.platform.tenant.TenantScope;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** What the models of a turn have read, over all its attempts. */
@AgentTest
class ExposureTest {
    private final Journal journal;
    private final Approvals approvals;
    private final TransactionOperations transactions;
    private final TurnId turn = new TurnId(UUID.randomUUID());

    ExposureTest(
            @Autowired Journal journal, @Autowired Approvals approvals, @Autowired TransactionOperations transactions) {
        this.journal = journal;
        this.approvals = approvals;
        this.transactions = transactions;
    }

    @Test
    void an_attempt_that_reads_less_than_the_one_before_is_as_exposed() {
        assertThat(exposureAfter(true, false)).isTrue();
    }

    @Test
    void an_attempt_that_reads_as_little_is_not_exposed() {
        assertThat(exposureAfter(false, false)).isFalse();
    }

    @Test
    void an_attempt_that_reads_more_is_exposed() {
        assertThat(exposureAfter(false, true)).isTrue();
    }

    private boolean exposureAfter(boolean first, boolean second) {
        var reply = new ModelReply("Looking.", List.of(), StopReason.TOOL_REQUESTS, 1, 1);
        try (TenantScope _ = TenantScope.of(
                new Principal(Principal.Kind.USER, UUID.randomUUID().toString()))) {
            open(new Exposure(first), true).recordReply(TaskId.whole(turn), 0, reply, "scripted");
            var exposure = new Exposure(second);
            assertThat(open(exposure, false).reply(TaskId.whole(turn), 0)).isPresent();
            return exposure.isExposed();
        }
    }

    private FencedJournal open(Exposure exposure, boolean firstAttempt) {
        return new FencedJournal(
                journal,
                approvals,
                transactions,
                HeldItem.of("turn", new byte[0]).fence(),
                new ConversationId(UUID.randomUUID()),
                firstAttempt,
                exposure);
    }
}
