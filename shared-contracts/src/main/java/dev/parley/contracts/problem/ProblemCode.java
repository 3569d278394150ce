package dev.parley.contracts.problem;

import java.util.Locale;

/** What can go wrong at the edge: a stable machine name (the constant in lower case), its HTTP status and its title. */
public enum ProblemCode {
    MALFORMED_REQUEST(400, "The request cannot be read"),
    BAD_CURSOR(400, "The cursor is not one of this list"),
    BAD_EVENT_ID(400, "The event id is not one of this turn"),
    INVALID_EMAIL_TOKEN(400, "The token of the mail is not valid"),
    UNSUPPORTED_VALUE(400, "A value of the request is not supported"),
    CREDENTIALS_REQUIRED(401, "Credentials are required"),
    INVALID_TOKEN(401, "The access token is not valid"),
    INVALID_CREDENTIALS(401, "E-mail or password is wrong"),
    INVALID_REFRESH_TOKEN(401, "The refresh token is not valid"),
    FORBIDDEN(403, "This is not allowed"),
    ORIGIN_NOT_ALLOWED(403, "Pages of this origin may not call here"),
    ACCOUNT_LOCKED(403, "The account is locked"),
    NOT_FOUND(404, "There is no such thing"),
    MODEL_NOT_FOUND(404, "There is no such model"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "None of the accepted media types can be answered"),
    REQUEST_TIMEOUT(408, "The request came too slowly"),
    TURN_IN_PROGRESS(409, "Another turn of the conversation is running"),
    NOT_WAITING(409, "The call does not wait for approval"),
    TOO_MANY_DOCUMENTS(409, "There are too many documents"),
    TURN_HAS_ENDED(409, "The turn has ended"),
    ALREADY_DECIDED(409, "Something else was decided about the call"),
    NO_SIGNING_KEYS(409, "Tokens are signed with a shared secret"),
    LAST_ADMINISTRATOR(409, "There is no other administrator"),
    EMAIL_TAKEN(409, "There is an account for this e-mail address"),
    WORK_NOT_DEAD(409, "The work is not dead"),
    WORK_HAS_ENDED(409, "The work has ended"),
    WORK_ERASED(409, "What the work was about has been erased"),
    IDEMPOTENCY_IN_PROGRESS(409, "The first request with this key is still running"),
    PAYLOAD_TOO_LARGE(413, "The request is too large"),
    URI_TOO_LONG(414, "The path is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
    VALIDATION_FAILED(422, "The request is not valid"),
    UNKNOWN_TOOL(422, "There is no such tool"),
    UNKNOWN_MODEL(422, "There is no such model"),
    UNKNOWN_ASSISTANT(422, "There is no such assistant"),
    IDEMPOTENCY_KEY_REUSED(422, "The key was used for another request"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    RATE_LIMITED(429, "Too many requests"),
    TOO_MANY_STREAMS(429, "Too many answers are open"),
    TOO_MANY_WAITING_TURNS(429, "Too many turns wait in this conversation"),
    TOO_MANY_JOBS(429, "Too many jobs are open"),
    TOO_MANY_ATTEMPTS(429, "It was tried too often"),
    INTERNAL_ERROR(500, "Something went wrong on our side"),
    BUDGET_EXCEEDED(402, "The budget of this month is spent"),
    TURN_FAILED(502, "The turn ended without an answer"),
    DEPENDENCY_UNAVAILABLE(503, "A part of the service is not available"),
    PROVIDER_NOT_CONFIGURED(503, "What this needs is not configured"),
    GATEWAY_TIMEOUT(504, "A part of the service did not answer in time");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The name on the wire, such as {@code turn_in_progress}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
