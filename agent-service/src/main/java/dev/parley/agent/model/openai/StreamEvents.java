package dev.parley.agent.model.openai;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.util.function.Consumer;

/**
 * Stands between the stream and LangChain4j, which would not tell apart an answer that ended and a stream that did: it
 * takes an error in the middle for nothing, and a closed connection for the end.
 */
final class StreamEvents implements ServerSentEventListener {
    private static final String LAST = "[DONE]";

    private final ServerSentEventListener reader;
    private final Consumer<Throwable> broken;
    private boolean over;
    private boolean whole;

    StreamEvents(ServerSentEventListener reader, Consumer<Throwable> broken) {
        this.reader = reader;
        this.broken = broken;
    }

    @Override
    public void onOpen(SuccessfulHttpResponse response) {
        reader.onOpen(response);
    }

    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
        String data = event.data();
        if (over || data == null) {
            return;
        }
        if (data.equals(LAST)) {
            whole = true;
        } else if (data.startsWith("{\"error\"") || "error".equals(event.event())) {
            onError(new StreamedError(data));
        } else {
            whole |= data.contains("\"finish_reason\":\"") || data.contains("\"finish_reason\": \"");
            reader.onEvent(event, context);
        }
    }

    @Override
    public void onError(Throwable failure) {
        if (!over) {
            over = true;
            broken.accept(failure);
            reader.onError(failure);
        }
    }

    @Override
    public void onClose() {
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
