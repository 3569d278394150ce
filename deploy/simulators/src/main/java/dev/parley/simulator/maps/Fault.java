package dev.parley.simulator.maps;

import dev.parley.simulator.maps.api.Refusal;
import java.time.Duration;
import java.util.Optional;

/** Something that goes wrong with a call, each time, or only so many times. Each service words a refusal in its own way. */
public record Fault(
        Effect effect, Optional<Refusal> refusal, Duration delay, Optional<Duration> retryAfter, int times) {

    /** What the caller sees. */
    enum Effect {
        /** A refusal of the service. */
        REFUSED,
        /** The right answer, late. */
        LATE,
        /** 200 with a body that is not what its content type says. */
        GARBAGE,
        /** Half of the right answer, then a closed connection. */
        CUT,
        /** No answer at all. */
        SILENCE
    }

    /** The key may not do this: {@code REQUEST_DENIED}, {@code PERMISSION_DENIED} or 403. */
    public static Fault denied() {
        return refused(Refusal.DENIED);
    }

    /** The quota is used up: {@code OVER_QUERY_LIMIT}, {@code RESOURCE_EXHAUSTED} or 429. */
    public static Fault overQuota() {
        return refused(Refusal.OVER_QUOTA);
    }

    /** 429 of every service. */
    public static Fault tooFast() {
        return refused(Refusal.TOO_FAST);
    }

    public static Fault serverError() {
        return refused(Refusal.SERVER_ERROR);
    }

    public static Fault unavailable() {
        return refused(Refusal.UNAVAILABLE);
    }

    public static Fault slow(Duration delay) {
        return of(Effect.LATE).delay(delay);
    }

    public static Fault garbage() {
        return of(Effect.GARBAGE);
    }

    public static Fault cut() {
        return of(Effect.CUT);
    }

    public static Fault silence() {
        return of(Effect.SILENCE);
    }

    public Fault times(int wanted) {
        return new Fault(effect, refusal, delay, retryAfter, wanted);
    }

    /** Lets the caller wait for it. */
    public Fault delay(Duration wait) {
        return new Fault(effect, refusal, wait, retryAfter, times);
    }

    /** Sends {@code Retry-After}. */
    public Fault retryAfter(Duration wait) {
        return new Fault(effect, refusal, delay, Optional.of(wait), times);
    }

    /** @throws IllegalArgumentException when nothing is called so */
    static Fault named(String name) {
        return switch (name) {
            case "denied" -> denied();
            case "over_quota" -> overQuota();
            case "too_fast" -> tooFast();
            case "server_error" -> serverError();
            case "unavailable" -> unavailable();
            case "slow" -> slow(Duration.ZERO);
            case "garbage" -> garbage();
            case "cut" -> cut();
            case "silence" -> silence();
            default -> throw new IllegalArgumentException("there is no fault '" + name + "'");
        };
    }

    private static Fault refused(Refusal reason) {
        return new Fault(Effect.REFUSED, Optional.of(reason), Duration.ZERO, Optional.empty(), Integer.MAX_VALUE);
    }

    private static Fault of(Effect effect) {
        return new Fault(effect, Optional.empty(), Duration.ZERO, Optional.empty(), Integer.MAX_VALUE);
    }
}
