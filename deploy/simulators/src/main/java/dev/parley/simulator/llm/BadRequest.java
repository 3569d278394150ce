package dev.parley.simulator.llm;

/** A request that the API refuses. */
final class BadRequest extends RuntimeException {
    private final transient ApiError error;

    BadRequest(ApiError error) {
        super(error.message());
        this.error = error;
    }

    ApiError error() {
        return error;
    }
}
