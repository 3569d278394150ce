package dev.parley.agent.model.remote;

import dev.parley.agent.model.ModelFailure;
import dev.parley.agent.model.ModelFailure.Code;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a failed call means to those who asked. */
final class Failures {
    private static final String TOO_MUCH = "The model's provider wants fewer requests.";
    private static final List<String> USED_UP = List.of("insufficient_quota", "credit balance is too low");

    private Failures() {}

    /**
     * @param broken what broke the call; absent when the call was fine and its content was not
     * @param content what was wrong with the content
     */
    static ModelFailure of(@Nullable Throwable broken, Throwable content) {
        return switch (broken) {
            case null -> failure(Code.MODEL_GARBLED, "The model's answer could not be read.", true, content);
            case Refusal refusal -> refused(refusal);
            case ConnectException e -> unreachable(e);
            case HttpConnectTimeoutException e -> unreachable(e);
            case StreamedError e -> failed(e);
            case Withheld e -> failure(Code.CONTENT_FILTERED, "The model's provider withheld the answer.", false, e);
            case NoStream e ->
                failure(Code.MODEL_GARBLED, "What the model's provider sent is no stream of an answer.", true, e);
            case IOException e -> failure(Code.MODEL_CUT_OFF, "The model's answer broke off.", true, e);
            default -> failure(Code.MODEL_GARBLED, "The model's answer could not be read.", true, broken);
        };
    }

    private static ModelFailure unreachable(Throwable cause) {
        return failure(Code.MODEL_OVERLOADED, "The model's provider cannot be reached.", true, cause);
    }

    /** Anthropic tells in the stream what others tell with a status. */
    private static ModelFailure failed(StreamedError error) {
        return error.says("\"rate_limit_error\"")
                ? failure(Code.MODEL_RATE_LIMITED, TOO_MUCH, true, error)
                : failure(Code.MODEL_OVERLOADED, "The model's provider failed during the answer.", true, error);
    }

    private static ModelFailure refused(Refusal refusal) {
        if (USED_UP.stream().anyMatch(refusal::says)) {
            // No pause helps: the account has to be paid.
            return failure(Code.MODEL_UNAVAILABLE, "The account at the model's provider is used up.", false, refusal);
        }
        return switch (refusal.status()) {
            case 401, 403 -> failure(Code.MODEL_UNAVAILABLE, "The model's provider refuses our key.", false, refusal);
            case 404 -> failure(Code.MODEL_UNAVAILABLE, "The provider has no such model.", false, refusal);
            case 429 -> tooMuch(refusal);
            case 408 -> failure(Code.MODEL_TIMEOUT, "The model's provider gave up waiting.", true, refusal);
            default -> refused(refusal, refusal.status() >= 500);
        };
    }

    private static ModelFailure tooMuch(Refusal refusal) {
        return new ModelFailure(Code.MODEL_RATE_LIMITED, TOO_MUCH, true, refusal.retryAfter(), refusal);
    }

    private static ModelFailure refused(Refusal refusal, boolean theirs) {
        return theirs
                ? new ModelFailure(
                        Code.MODEL_OVERLOADED,
                        "The model's provider has a problem.",
                        true,
                        refusal.retryAfter(),
                        refusal)
                : failure(
                        Code.MODEL_REJECTED_REQUEST,
                        "The model's provider does not accept the request.",
                        false,
                        refusal);
    }

    private static ModelFailure failure(Code code, String detail, boolean retryable, Throwable cause) {
        return new ModelFailure(code, detail, retryable, null, cause);
    }
}
