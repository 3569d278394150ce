package dev.parley.agent.model.remote;

import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.parley.agent.model.ModelCall;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One streamed HTTP call. What comes is read where it comes in: no thread waits for it. */
final class Connection implements ModelCall {
    private static final List<String> NO_STREAMS = List.of("text/html", "application/json");

    private final HttpClient http;
    private final Dialect dialect;
    private final Bypass bypass;
    private final UnaryOperator<String> completion;
    private volatile @Nullable CompletableFuture<?> call;
    private volatile boolean cancelled;

    /** @param completion of what LangChain4j sends */
    Connection(HttpClient http, Dialect dialect, Bypass bypass, UnaryOperator<String> completion) {
        this.http = http;
        this.dialect = dialect;
        this.bypass = bypass;
        this.completion = completion;
    }

    void open(HttpRequest request, ServerSentEventListener listener) {
        AnswerEvents events = dialect.events(listener, bypass);
        var asked = http.sendAsync(toJdk(request), response -> body(response, events));
        call = asked;
        var _ = asked.whenComplete((_, failure) -> ended(events, failure));
        if (cancelled) {
            asked.cancel(true);
        }
    }

    private static BodySubscriber<Void> body(ResponseInfo response, AnswerEvents events) {
        if (response.statusCode() / 100 != 2) {
            return RefusalReader.of(response);
        }
        String type = response.headers().firstValue("content-type").orElse("");
        if (NO_STREAMS.stream().anyMatch(type.toLowerCase(Locale.ROOT)::startsWith)) {
            return new RefusalReader(_ -> new NoStream(type));
        }
        events.onOpen(SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .build());
        return new EventReader(events);
    }

    private void ended(AnswerEvents events, @Nullable Throwable failure) {
        if (cancelled) {
            return;
        }
        if (failure == null) {
            events.onClose();
        } else {
            events.onError(failure instanceof CompletionException e && e.getCause() != null ? e.getCause() : failure);
        }
    }

    private java.net.http.HttpRequest toJdk(HttpRequest request) {
        var jdk = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method().name(), BodyPublishers.ofString(completion.apply(request.body())));
        request.headers().forEach((name, values) -> values.forEach(value -> jdk.header(name, value)));
        return jdk.build();
    }

    /** Closes it, unless the answer has come whole: then another may use it. */
    @Override
    public void cancel() {
        cancelled = true;
        CompletableFuture<?> asked = call;
        if (asked != null) {
            asked.cancel(true);
        }
    }
}
