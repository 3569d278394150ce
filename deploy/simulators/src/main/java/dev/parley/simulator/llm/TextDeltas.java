package dev.parley.simulator.llm;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.node.ObjectNode;

/** A text, word by word. */
final class TextDeltas implements Deltas {
    static final byte[] OPEN = "{\"content\":\"".getBytes(StandardCharsets.US_ASCII);
    static final byte[] CLOSE = "\"}".getBytes(StandardCharsets.US_ASCII);

    private final List<String> tokens;

    TextDeltas(String text) {
        tokens = Tokens.of(text);
    }

    @Override
    public int size() {
        return tokens.size();
    }

    @Override
    public void write(int index, ByteBuf out) {
        byte[] escaped = JsonStringEncoder.getInstance().quoteAsUTF8(tokens.get(index));
        out.writeBytes(OPEN).writeBytes(escaped).writeBytes(CLOSE);
    }

    @Override
    public void describe(int count, ObjectNode message) {
        message.put("content", String.join("", tokens.subList(0, count)));
    }

    @Override
    public boolean hasText() {
        return true;
    }
}
