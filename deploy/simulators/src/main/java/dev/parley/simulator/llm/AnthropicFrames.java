package dev.parley.simulator.llm;

import dev.parley.simulator.http.Json;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The events of a streamed message: blocks of thoughts, of text and of tool use, one after the other. */
final class AnthropicFrames implements Frames {
    private final Completion completion;
    /** The number of the block that is open; -1 before the first. */
    private int block = -1;

    /** The type of it, where further pieces may belong to it. */
    private String type = "";

    AnthropicFrames(Completion completion) {
        this.completion = completion;
    }

    @Override
    public void begin(ByteBuf out, boolean hasText) {
        ObjectNode message = AnthropicWire.message(completion);
        message.putArray("content");
        message.set("usage", AnthropicWire.usage(completion, 1));
        event(out, "message_start", Json.object().set("message", message));
        event(out, "ping", Json.object());
    }

    /** What a piece says is read from OpenAI's form of it. */
    @Override
    public void delta(ByteBuf out, Deltas deltas, int index) {
        ByteBuf piece = Unpooled.buffer();
        deltas.write(index, piece);
        JsonNode delta = Json.MAPPER.readTree(piece.toString(StandardCharsets.UTF_8));
        JsonNode call = delta.path("tool_calls").path(0);
        if (!call.isMissingNode()) {
            call(out, call);
        } else if (delta.has("content")) {
            piece(out, "text", "text", delta.path("content").asString());
        } else {
            thought(out, delta);
        }
    }

    private void thought(ByteBuf out, JsonNode delta) {
        if (delta.has("withheld")) {
            open(
                    out,
                    Json.object()
                            .put("type", "redacted_thinking")
                            .put("data", delta.path("withheld").asString()));
        } else if (delta.has("signature")) {
            piece(out, "thinking", "signature", delta.path("signature").asString());
            type = "";
        } else {
            piece(out, "thinking", "thinking", delta.path("thinking").asString());
        }
    }

    private void piece(ByteBuf out, String of, String field, String value) {
        if (!type.equals(of)) {
            open(out, Json.object().put("type", of).put(of, ""));
            type = of;
        }
        change(out, Json.object().put("type", field + "_delta").put(field, value));
    }

    private void call(ByteBuf out, JsonNode call) {
        if (call.has("id")) {
            ObjectNode use = Json.object()
                    .put("type", "tool_use")
                    .put("id", call.path("id").asString().replace("call_", "toolu_01"))
                    .put("name", call.path("function").path("name").asString());
            use.putObject("input");
            open(out, use);
        }
        String part = call.path("function").path("arguments").asString("");
        change(out, Json.object().put("type", "input_json_delta").put("partial_json", part));
    }

    private void open(ByteBuf out, ObjectNode content) {
        close(out);
        type = "";
        block++;
        event(out, "content_block_start", Json.object().put("index", block).set("content_block", content));
    }

    private void change(ByteBuf out, ObjectNode delta) {
        event(out, "content_block_delta", Json.object().put("index", block).set("delta", delta));
    }

    private void close(ByteBuf out) {
        if (block >= 0) {
            event(out, "content_block_stop", Json.object().put("index", block));
        }
    }

    @Override
    public void finish(ByteBuf out, String reason, int tokens) {
        close(out);
        ObjectNode end = Json.object();
        end.putObject("delta")
                .put("stop_reason", AnthropicWire.stopReason(reason))
                .putNull("stop_sequence");
        end.putObject("usage").put("output_tokens", tokens);
        event(out, "message_delta", end);
        event(out, "message_stop", Json.object());
    }

    @Override
    public void error(ByteBuf out, ApiError error) {
        write(out, "error", AnthropicWire.body(error));
    }

    @Override
    public void garbage(ByteBuf out) {
        out.writeCharSequence(
                "event: content_block_delta\ndata: {\"type\":\"content_block_del\n\n", StandardCharsets.UTF_8);
    }

    private static void event(ByteBuf out, String name, JsonNode rest) {
        ObjectNode data = Json.object().put("type", name);
        data.setAll((ObjectNode) rest);
        write(out, name, data);
    }

    private static void write(ByteBuf out, String name, JsonNode data) {
        out.writeCharSequence("event: " + name + "\ndata: " + data + "\n\n", StandardCharsets.UTF_8);
    }
}
