package dev.parley.platform.problem;

import dev.parley.contracts.problem.ProblemCode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers that a problem's status obliges to. */
public final class ProblemHeaders {
    private ProblemHeaders() {}

    public static Map<String, String> of(ProblemException problem) {
        Map<String, String> headers = new LinkedHashMap<>();
        String challenge = challenge(problem.code());
        if (challenge != null) {
            headers.put("WWW-Authenticate", challenge);
        }
        Long seconds = problem.retryAfterSeconds();
        if (seconds != null) {
            headers.put("Retry-After", Long.toString(seconds));
        }
        return headers;
    }

    private static @Nullable String challenge(ProblemCode code) {
        if (code == ProblemCode.INVALID_TOKEN) {
            return "Bearer error=\"invalid_token\"";
        }
        return code.status() == 401 ? "Bearer" : null;
    }
}
