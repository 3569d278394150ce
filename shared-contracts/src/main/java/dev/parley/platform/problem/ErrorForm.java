package dev.parley.platform.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an error is written: as a problem, and where OpenAI's clients call, as these read it. */
public enum ErrorForm {
    PROBLEM(Problem.MEDIA_TYPE) {
        @Override
        public Object body(Problem problem) {
            return problem;
        }
    },
    OPENAI("application/json") {
        @Override
        public Object body(Problem problem) {
            return OpenAiError.of(problem);
        }

        // Their clients ask again after any 5xx, unless told not to.
        @Override
        public Map<String, String> headers(ProblemException problem) {
            return Boolean.FALSE.equals(problem.members().get("retryable"))
                    ? Map.of("X-Should-Retry", "false")
                    : Map.of();
        }
    };

    private final String mediaType;

    ErrorForm(String mediaType) {
        this.mediaType = mediaType;
    }

    /** @param path of the request */
    public static ErrorForm at(@Nullable String path) {
        return path != null && (path.startsWith("/v1/") || path.equals("/v1")) ? OPENAI : PROBLEM;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What is written as JSON. */
    public abstract Object body(Problem problem);

    /** What it takes besides the headers of every problem. */
    public Map<String, String> headers(ProblemException problem) {
        return Map.of();
    }
}
