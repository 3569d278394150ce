package dev.parley.simulator.llm;

import dev.parley.simulator.http.Json;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls one after the other: id and name first, then the arguments piece by piece. */
final class ToolCallDeltas implements Deltas {
    private final List<byte[]> pieces = new ArrayList<>();
    private final ArrayNode whole = Json.array();

    ToolCallDeltas(List<ToolCall> calls) {
        for (int index = 0; index < calls.size(); index++) {
            add(index, Ids.next("call_"), calls.get(index));
        }
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
        if (!message.has("content")) {
            message.putNull("content");
        }
        message.set("tool_calls", whole);
    }

    @Override
    public boolean hasText() {
        return false;
    }

    private void add(int index, String id, ToolCall call) {
        whole.add(call(Json.object(), id, call.name(), call.arguments()));
        addPiece(call(Json.object().put("index", index), id, call.name(), ""));
        for (String part : Tokens.fragments(call.arguments())) {
            ObjectNode piece = Json.object().put("index", index);
            piece.putObject("function").put("arguments", part);
            addPiece(piece);
        }
    }

    private static ObjectNode call(ObjectNode call, String id, String name, String arguments) {
        call.put("id", id).put("type", "function");
        call.putObject("function").put("name", name).put("arguments", arguments);
        return call;
    }

    private void addPiece(ObjectNode call) {
        ObjectNode delta = Json.object();
        delta.putArray("tool_calls").add(call);
        pieces.add(delta.toString().getBytes(StandardCharsets.UTF_8));
    }
}
