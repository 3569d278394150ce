package dev.parley.agent.location;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.id.LookupId;
import dev.parley.contracts.location.FindPlaces;
import dev.parley.contracts.location.Geocode;
import dev.parley.contracts.location.LocationCommand;
import dev.parley.contracts.location.LocationResult;
import dev.parley.contracts.location.LocationsFound;
import dev.parley.contracts.location.LookupFailed;
import dev.parley.contracts.location.PlacesFound;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import io.opentelemetry.context.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks through {@code location.requests}. */
final class PlacesByLog implements Places {
    private final EventProducer producer;
    private final ResultsTail tail;
    private final OpenQuestions questions;
    private final Duration timeout;
    private final Clock clock;

    PlacesByLog(EventProducer producer, ResultsTail tail, OpenQuestions questions, Duration timeout, Clock clock) {
        this.producer = producer;
        this.tail = tail;
        this.questions = questions;
        this.timeout = timeout;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<LocationsFound> whereIs(Asking asking, String name, int limit) {
        Instant now = clock.instant();
        Instant end = end(asking, now);
        var unnamed = new Geocode(new LookupId(new UUID(0, 0)), name, limit, now, end);
        return ask(new Geocode(idOf(asking, unnamed), name, limit, now, end), LocationsFound.class);
    }

    @Override
    public CompletableFuture<PlacesFound> find(Asking asking, String what, String area, int radiusM, int limit) {
        Instant now = clock.instant();
        Instant end = end(asking, now);
        var unnamed = new FindPlaces(new LookupId(new UUID(0, 0)), what, area, radiusM, limit, now, end);
        return ask(new FindPlaces(idOf(asking, unnamed), what, area, radiusM, limit, now, end), PlacesFound.class);
    }

    private Instant end(Asking asking, Instant now) {
        Instant latest = now.plus(timeout);
        return asking.deadline().isBefore(latest) ? asking.deadline() : latest;
    }

    /** The same for the same question of the same call, whoever asks it how often. */
    private static LookupId idOf(Asking asking, LocationCommand question) {
        String name = asking.effectId() + "\n" + question.normalizedQuery();
        return new LookupId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)));
    }

    private <R extends LocationResult> CompletableFuture<R> ask(LocationCommand question, Class<R> expected) {
        Context trace = Context.current();
        CompletableFuture<LocationResult> answer = questions.await(question.lookupId());
        // An answer may only be missed if the question went out before somebody listened.
        var _ = tail.listening()
                .thenRunAsync(trace.wrap(() -> send(question, answer)), Thread::startVirtualThread)
                .exceptionally(failure -> unavailable(answer));
        long millis = Math.max(
                0, Duration.between(clock.instant(), question.expiresAt()).toMillis());
        return answer.orTimeout(millis, TimeUnit.MILLISECONDS)
                .handle((result, failure) -> outcome(expected, result, failure));
    }

    private void send(LocationCommand question, CompletableFuture<LocationResult> answer) {
        var event = Outgoing.of(
                Topic.LOCATION_REQUESTS,
                question.normalizedQuery(),
                question.lookupId().value(),
                question);
        var _ = producer.send(event).whenComplete((confirmed, failure) -> {
            if (failure != null) {
                unavailable(answer);
            }
        });
    }

    private static @Nullable Void unavailable(CompletableFuture<LocationResult> answer) {
        answer.completeExceptionally(
                new LookupException("lookup_unavailable", "Places cannot be asked for right now."));
        return null;
    }

    private static <R extends LocationResult> R outcome(
            Class<R> expected, @Nullable LocationResult result, @Nullable Throwable failure) {
        if (failure instanceof TimeoutException) {
            throw new LookupException("lookup_timeout", "Nobody answered the question about places in time.");
        }
        if (failure != null) {
            throw failure instanceof LookupException known ? known : new CompletionException(failure);
        }
        if (result instanceof LookupFailed failed) {
            throw new LookupException(failed.code(), failed.detail());
        }
        return expected.cast(Objects.requireNonNull(result));
    }
}
