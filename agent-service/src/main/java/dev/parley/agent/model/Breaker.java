package dev.parley.agent.model;

import dev.parley.agent.model.ModelFailure.Code;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves a provider alone that is down, in this replica: when half of its last tries did not even begin to answer, it is not
 * asked for a while, then by a few, and by everybody when it answers them. What counts is whether an answer begins: who
 * refuses us by a rule of its own is not down. Thread-safe.
 */
final class Breaker {
    private static final Logger log = LoggerFactory.getLogger(Breaker.class);

    private static final Set<Code> IS_DOWN =
            EnumSet.of(Code.MODEL_OVERLOADED, Code.MODEL_TIMEOUT, Code.MODEL_CUT_OFF, Code.MODEL_GARBLED);
    private static final int TRIES_REMEMBERED = 20;
    private static final int TRIES_AT_LEAST = 10;
    private static final int PROBES = 2;
    /** A probe that never ends would keep everybody out: longer than any first token is waited for. */
    private static final Duration LONGEST_PROBE = Duration.ofMinutes(2);

    private final CircuitBreaker circuit;
    private final ModelFailure refusal;

    Breaker(String provider, Duration pause) {
        this.circuit = CircuitBreaker.of(
                provider,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(TRIES_REMEMBERED)
                        .minimumNumberOfCalls(TRIES_AT_LEAST)
                        .permittedNumberOfCallsInHalfOpenState(PROBES)
                        .maxWaitDurationInHalfOpenState(LONGEST_PROBE)
                        .waitDurationInOpenState(pause)
                        // Who looks for another model meanwhile would never ask this one again.
                        .automaticTransitionFromOpenToHalfOpenEnabled(true)
                        .build());
        this.refusal = new ModelFailure(
                Code.MODEL_OVERLOADED,
                "The model's provider has failed too often of late, and is left alone for a while.",
                true,
                pause,
                null);
        circuit.getEventPublisher()
                .onStateTransition(event -> log.atWarn()
                        .addKeyValue("provider", provider)
                        .addKeyValue("state", event.getStateTransition().getToState())
                        .log("A provider of models is left alone, or asked again"));
    }

    /** Leave for one try; each is followed by one of {@link #began}, {@link #failed} and {@link #left}. */
    boolean admits() {
        return circuit.tryAcquirePermission();
    }

    /** Whether it is of no use to ask. */
    boolean isOpen() {
        return circuit.getState() == CircuitBreaker.State.OPEN;
    }

    /** What a try comes to that is not admitted: not worth another one before the pause is over. */
    ModelFailure refusal() {
        return refusal;
    }

    void began() {
        circuit.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    void failed(ModelFailure failure) {
        if (IS_DOWN.contains(failure.code())) {
            circuit.onError(0, TimeUnit.NANOSECONDS, new IllegalStateException(failure.detail()));
        } else {
            left();
        }
    }

    /** Nobody waits for this try any more. */
    void left() {
        circuit.releasePermission();
    }
}
