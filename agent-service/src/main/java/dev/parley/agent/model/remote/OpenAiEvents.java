package dev.parley.agent.model.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An answer is whole with {@code [DONE]}, or with a reason why it ends, since some servers say only one of them. */
final class OpenAiEvents extends AnswerEvents {
    private static final byte[] LAST = "[DONE]".getBytes(UTF_8);

    OpenAiEvents(ServerSentEventListener reader, Bypass bypass) {
        super(reader, bypass);
    }

    @Override
    @Nullable
    String plainText(String name, byte[] data, int length) {
        return name.isEmpty() && !isLast(data, length) ? PlainPiece.of(data, length) : null;
    }

    private static boolean isLast(byte[] data, int length) {
        return Arrays.equals(data, 0, length, LAST, 0, LAST.length);
    }

    @Override
    void other(String name, String data) {
        if (data.equals("[DONE]")) {
            ended();
        } else if (data.startsWith("{\"error\"") || "error".equals(name)) {
            onError(new StreamedError(data));
        } else {
            if (data.contains("\"finish_reason\":\"") || data.contains("\"finish_reason\": \"")) {
                ended();
            }
            read(name, data);
        }
    }
}
