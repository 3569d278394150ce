package dev.parley.agent.model.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Stands between the stream and LangChain4j, which would not tell apart an answer that ended and a stream that did: it
 * takes an error in the middle for nothing, and a closed connection for the end. Plain pieces of text go past it.
 */
final class StreamEvents implements EventParser.Events {
    private static final byte[] LAST = "[DONE]".getBytes(UTF_8);

    private final ServerSentEventListener reader;
    private final Consumer<String> text;
    private final Consumer<Throwable> broken;
    private boolean over;
    private boolean whole;

    StreamEvents(ServerSentEventListener reader, Consumer<String> text, Consumer<Throwable> broken) {
        this.reader = reader;
        this.text = text;
        this.broken = broken;
    }

    void onOpen(SuccessfulHttpResponse response) {
        reader.onOpen(response);
    }

    @Override
    public void event(String name, byte[] data, int length) {
        if (over) {
            return;
        }
        if (Arrays.equals(data, 0, length, LAST, 0, LAST.length)) {
            whole = true;
            return;
        }
        String piece = name.isEmpty() ? PlainPiece.of(data, length) : null;
        if (piece == null) {
            other(name, new String(data, 0, length, UTF_8));
        } else {
            text.accept(piece);
        }
    }

    private void other(String name, String data) {
        if (data.startsWith("{\"error\"") || "error".equals(name)) {
            onError(new StreamedError(data));
        } else {
            whole |= data.contains("\"finish_reason\":\"") || data.contains("\"finish_reason\": \"");
            reader.onEvent(new ServerSentEvent(name.isEmpty() ? null : name, data));
        }
    }

    void onError(Throwable failure) {
        if (!over) {
            over = true;
            broken.accept(failure);
            reader.onError(failure);
        }
    }

    void onClose() {
        if (over) {
            return;
        }
        if (whole) {
            over = true;
            reader.onClose();
        } else {
            onError(new CutOff());
        }
    }
}
