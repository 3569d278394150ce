package dev.parley.simulator.llm;

import java.time.Duration;

/** Answers with an HTTP error a number of times, then goes on. */
public record Fail(ApiError error, int times, Script next) implements Script {

    /** Fails only so many times. */
    public Fail times(int wanted) {
        return new Fail(error, wanted, next);
    }

    /** Sends {@code Retry-After}. */
    public Fail retryAfter(Duration wait) {
        return new Fail(error.retryAfter(wait), times, next);
    }

    /** Another {@code code} in the error body than the status usually has. */
    public Fail code(String code) {
        return new Fail(error.code(code), times, next);
    }

    /** Lets the client wait for the error. */
    public Fail delay(Duration wait) {
        return new Fail(error.delay(wait), times, next);
    }

    /** What happens once it has failed often enough. */
    public Fail then(Script script) {
        return new Fail(error, times, script);
    }
}
