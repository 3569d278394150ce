package dev.parley.simulator.llm;

import io.netty.buffer.ByteBuf;

/** Writes the events of one streamed answer. */
interface Frames {
    /** What comes before the first piece. */
    void begin(ByteBuf out, boolean hasText);

    void delta(ByteBuf out, Deltas deltas, int index);

    /**
     * @param reason in OpenAI's words
     * @param tokens that were said
     */
    void finish(ByteBuf out, String reason, int tokens);

    void error(ByteBuf out, ApiError error);

    /** An event that cannot be read. */
    void garbage(ByteBuf out);
}
