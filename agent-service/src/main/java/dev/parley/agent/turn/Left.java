package dev.parley.agent.turn;

import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.contracts.turn.Usage;
import java.util.List;

/** All that earlier attempts have left of a turn. */
record Left(Remains remains, List<ToolCallRecord> calls) {
    static final Left NOTHING = new Left(new Remains("", Usage.NONE), List.of());
}
