package dev.parley.simulator.llm;

import io.netty.buffer.ByteBuf;
import tools.jackson.databind.node.ObjectNode;

/** The pieces that a message is streamed in, or put together from. */
interface Deltas {
    int size();

    /** Appends the {@code delta} object of one piece. */
    void write(int index, ByteBuf out);

    /** Fills in the whole message from its first pieces. */
    void describe(int count, ObjectNode message);

    /** What the first delta says of {@code content}: an empty text, or null when only calls follow. */
    boolean hasText();
}
