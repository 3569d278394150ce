package dev.parley.simulator.llm;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;

/** Writes the events of one streamed completion. All of an event but its delta is the same each time, and made once. */
final class Chunks {
    private static final byte[] DONE = bytes("data: [DONE]\n\n");
    private static final byte[] ROLE_AND_TEXT = bytes("{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}");
    private static final byte[] ROLE_ONLY = bytes("{\"role\":\"assistant\",\"content\":null,\"refusal\":null}");
    private static final byte[] NO_DELTA = bytes("{}");
    private static final byte[] GARBAGE = bytes("data: {\"id\":\"chatcmpl-\",\"choices\":[{\"index\":0,\"del\n\n");
    private static final String NOT_FINISHED = "null";

    private final byte[] before;
    private final byte[] after;
    private final String head;
    private final boolean withUsage;

    Chunks(Completion completion, boolean withUsage) {
        this.withUsage = withUsage;
        String all = completion.head("chat.completion.chunk").toString();
        this.head = "data: " + all.substring(0, all.length() - 1);
        this.before = bytes(head + ",\"choices\":[{\"index\":0,\"delta\":");
        this.after = bytes(tail(NOT_FINISHED));
    }

    void role(ByteBuf out, boolean hasText) {
        out.writeBytes(before).writeBytes(hasText ? ROLE_AND_TEXT : ROLE_ONLY).writeBytes(after);
    }

    void delta(ByteBuf out, Deltas deltas, int index) {
        out.writeBytes(before);
        deltas.write(index, out);
        out.writeBytes(after);
    }

    void finish(ByteBuf out, String reason, ObjectNode usage) {
        out.writeBytes(before).writeBytes(NO_DELTA).writeBytes(bytes(tail("\"" + reason + "\"")));
        if (withUsage) {
            out.writeBytes(bytes(head + ",\"choices\":[],\"usage\":" + usage + "}\n\n"));
        }
        out.writeBytes(DONE);
    }

    void error(ByteBuf out, ApiError error) {
        out.writeBytes(bytes("data: " + error.body() + "\n\n"));
    }

    void garbage(ByteBuf out) {
        out.writeBytes(GARBAGE);
    }

    private String tail(String finishReason) {
        String usage = withUsage ? ",\"usage\":null" : "";
        return ",\"logprobs\":null,\"finish_reason\":" + finishReason + "}]" + usage + "}\n\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
