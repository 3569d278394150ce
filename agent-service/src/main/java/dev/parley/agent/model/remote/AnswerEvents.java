package dev.parley.agent.model.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the stream and LangChain4j, which would not tell apart an answer that ended and a stream that did: it
 * takes an error in the middle for nothing, and a closed connection for the end. Plain pieces of text go past it.
 */
abstract class AnswerEvents implements EventParser.Events {
    private final ServerSentEventListener reader;
    private final Bypass bypass;
    private boolean over;
    private boolean whole;

    AnswerEvents(ServerSentEventListener reader, Bypass bypass) {
        this.reader = reader;
        this.bypass = bypass;
    }

    /** The text of an event that has nothing else; null when it has more to say, or another thing. */
    abstract @Nullable String plainText(String name, byte[] data, int length);

    /** What is no plain text: {@link #read}, {@link #ended} or {@link #onError}. */
    abstract void other(String name, String data);

    final void onOpen(SuccessfulHttpResponse response) {
        reader.onOpen(response);
    }

    @Override
    public final void event(String name, byte[] data, int length) {
        if (over) {
            return;
        }
        String piece = plainText(name, data, length);
        if (piece == null) {
            other(name, new String(data, 0, length, UTF_8));
        } else {
            bypass.text(piece);
        }
    }

    final void read(String name, String data) {
        reader.onEvent(new ServerSentEvent(name.isEmpty() ? null : name, data));
    }

    /** The answer is whole, whatever the stream still has. */
    final void ended() {
        whole = true;
    }

    final void onError(Throwable failure) {
        if (!over) {
            over = true;
            bypass.broken(failure);
            reader.onError(failure);
        }
    }

    final void onClose() {
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
