package dev.parley.agent.turn;

import dev.parley.agent.memory.Memory;
import dev.parley.agent.memory.Said;
import dev.parley.contracts.turn.TurnCompleted;
import dev.parley.contracts.turn.TurnFailed;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.contracts.turn.TurnStarted;
import dev.parley.platform.work.Fence;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends turns: the outcome is decided once, with what is remembered of it. */
@Component
class Finish {
    private final Results results;
    private final Memory memory;
    private final Journal journal;

    Finish(Results results, Memory memory, Journal journal) {
        this.results = results;
        this.memory = memory;
        this.journal = journal;
    }

    /** @throws dev.parley.platform.work.Fenced when the turn is no longer this attempt's: then nothing is decided */
    @Transactional
    void decide(TurnOutcome outcome, Fence fence) {
        fence.requireInTransaction();
        results.add(outcome);
        memory.remember(outcome.conversationId(), outcome.turnId(), said(outcome));
        journal.close(outcome.turnId());
    }

    private static List<Said> said(TurnOutcome outcome) {
        return switch (outcome) {
            case TurnCompleted done -> said(done.question().text(), done.text());
            case TurnFailed failed -> said(failed.question().text(), failed.text());
            case TurnStarted _ -> List.of();
        };
    }

    private static List<Said> said(String question, String answer) {
        List<Said> said = new ArrayList<>();
        said.add(new Said(Said.Speaker.USER, question));
        if (!answer.isBlank()) {
            said.add(new Said(Said.Speaker.ASSISTANT, answer));
        }
        return said;
    }
}
