package dev.parley.simulator.llm;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Writes the events of one streamed completion. All of an event but its delta is the same each time, and made once. */
final class Chunks implements Frames {
    private static final byte[] DONE = bytes("data: [DONE]\n\n");
    private static final byte[] ROLE_AND_TEXT = bytes("{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}");
    private static final byte[] ROLE_ONLY = bytes("{\"role\":\"assistant\",\"content\":null,\"refusal\":null}");
    private static final byte[] NO_DELTA = bytes("{}");
    private static final byte[] GARBAGE = bytes("data: {\"id\":\"chatcmpl-\",\"choices\":[{\"index\":0,\"del\n\n");
    private static final String NOT_FINISHED = "null";

    private final byte[] before;
    private final byte[] after;
    private final String head;
    private final Completion completion;
    private final boolean withUsage;

    Chunks(Completion completion, boolean withUsage) {
        this.completion = completion;
        this.withUsage = withUsage;
        String all = completion.head("chat.completion.chunk").toString();
        this.head = "data: " + all.substring(0, all.length() - 1);
        this.before = bytes(head + ",\"choices\":[{\"index\":0,\"delta\":");
        this.after = bytes(tail(NOT_FINISHED));
    }

    @Override
    public void begin(ByteBuf out, boolean hasText) {
        out.writeBytes(before).writeBytes(hasText ? ROLE_AND_TEXT : ROLE_ONLY).writeBytes(after);
    }

    @Override
    public void delta(ByteBuf out, Deltas deltas, int index) {
        out.writeBytes(before);
        deltas.write(index, out);
        out.writeBytes(after);
    }

    @Override
    public void finish(ByteBuf out, String reason, int tokens) {
        out.writeBytes(before).writeBytes(NO_DELTA).writeBytes(bytes(tail("\"" + reason + "\"")));
        if (withUsage) {
            out.writeBytes(bytes(head + ",\"choices\":[],\"usage\":" + completion.usage(tokens) + "}\n\n"));
        }
        out.writeBytes(DONE);
    }

    @Override
    public void error(ByteBuf out, ApiError error) {
        out.writeBytes(bytes("data: " + error.body() + "\n\n"));
    }

    @Override
    public void garbage(ByteBuf out) {
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
