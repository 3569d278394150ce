package dev.parley.agent.turn;

import dev.parley.contracts.turn.DecideToolCall;
import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes in what people have decided about tool calls. */
@Component
@AcrossTenants("a decision names a turn; chat-service has made sure that it comes from whose turn it is")
class Decisions {
    private static final Logger log = LoggerFactory.getLogger(Decisions.class);

    private final Approvals approvals;

    Decisions(Approvals approvals) {
        this.approvals = approvals;
    }

    /** A repeat, or one about a call that waits for nobody, changes nothing. */
    void take(DecideToolCall decision) {
        Optional<EffectId> effect = EffectId.parse(decision.turnId(), decision.toolCallId());
        try (TenantScope _ = TenantScope.everyone()) {
            boolean counted = effect.isPresent()
                    && approvals.decide(
                            effect.get(), decision.conversationId(), decision.decision(), decision.comment());
            log.info("Tool call {}: {}{}", effect, decision.decision(), counted ? "" : ", which changes nothing");
        }
    }
}
