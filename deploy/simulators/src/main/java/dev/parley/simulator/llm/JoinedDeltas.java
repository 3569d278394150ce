package dev.parley.simulator.llm;

import io.netty.buffer.ByteBuf;
import tools.jackson.databind.node.ObjectNode;

/** One after the other in the same message. */
record JoinedDeltas(Deltas first, Deltas second) implements Deltas {

    @Override
    public int size() {
        return first.size() + second.size();
    }

    @Override
    public void write(int index, ByteBuf out) {
        if (index < first.size()) {
            first.write(index, out);
        } else {
            second.write(index - first.size(), out);
        }
    }

    @Override
    public void describe(int count, ObjectNode message) {
        first.describe(Math.min(count, first.size()), message);
        second.describe(Math.max(count - first.size(), 0), message);
    }

    @Override
    public boolean hasText() {
        return first.hasText();
    }
}
