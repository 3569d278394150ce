package dev.parley.agent.turn;

import dev.parley.agent.tool.ToolOutcome;
import dev.parley.contracts.turn.ToolCallRecord;
import java.util.List;

/** Has a task done by another assistant. */
interface Delegation {
    /** @param calls that were made for it */
    record Done(ToolOutcome outcome, List<ToolCallRecord> calls) {}

    /**
     * @param ended whether it is known how it ended: then only what is journaled of it is told again
     * @throws ApprovalWanted when all is done but calls that somebody has to agree to
     */
    Done handOver(Call call, Handover handover, boolean ended) throws InterruptedException;
}
