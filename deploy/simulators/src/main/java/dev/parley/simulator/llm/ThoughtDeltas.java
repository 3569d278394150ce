package dev.parley.simulator.llm;

import dev.parley.simulator.http.Json;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Thoughts, word by word, each with its signature behind it. Only {@link AnthropicFrames} has words for them. */
final class ThoughtDeltas implements Deltas {
    private final List<byte[]> pieces = new ArrayList<>();
    private final List<Thought> thoughts;

    ThoughtDeltas(List<Thought> thoughts) {
        this.thoughts = thoughts;
        thoughts.forEach(this::add);
    }

    private void add(Thought thought) {
        if (thought.withheld()) {
            addPiece("withheld", thought.data());
            return;
        }
        Tokens.of(thought.text()).forEach(token -> addPiece("thinking", token));
        addPiece("signature", thought.signature());
    }

    private void addPiece(String field, String value) {
        pieces.add(Json.object().put(field, value).toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int size() {
        return pieces.size();
    }

    @Override
    public void write(int index, ByteBuf out) {
        out.writeBytes(pieces.get(index));
    }

    @Override
    public void describe(int count, ObjectNode message) {
        var all = message.putArray("thoughts");
        thoughts.forEach(thought -> all.add(thought.block()));
    }

    @Override
    public boolean hasText() {
        return false;
    }
}
