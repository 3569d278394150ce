package dev.parley.platform.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** An error in the shape that OpenAI's clients read. */
public record OpenAiError(Detail error) {
    private static final String INVALID_REQUEST = "invalid_request_error";

    /**
     * What they make an exception of.
     *
     * @param param the field at fault
     * @param code as of a problem; of a turn that failed, why it did
     */
    public record Detail(
            String message,
            String type,
            @Nullable String param,
            String code,
            @JsonProperty("trace_id") @Nullable String traceId) {}

    public static OpenAiError of(Problem problem) {
        Object reason = problem.members().get("error_code");
        return new OpenAiError(new Detail(
                problem.detail(),
                typeOf(problem.status()),
                problem.errors().isEmpty() ? null : problem.errors().getFirst().field(),
                reason == null ? problem.code() : reason.toString(),
                problem.traceId()));
    }

    private static String typeOf(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 403 -> "permission_error";
            case 429 -> "rate_limit_error";
            default -> status < 500 ? INVALID_REQUEST : "server_error";
        };
    }
}
