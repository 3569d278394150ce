package dev.parley.gateway.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.platform.problem.ProblemException;

/** The body of an error answer, with the same members as the services' own. */
record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        @JsonProperty("trace_id") String traceId) {

    static ProblemDocument of(ProblemException problem, String path, String traceId) {
        return new ProblemDocument(
                "about:blank",
                problem.code().title(),
                problem.code().status(),
                problem.detail(),
                path,
                problem.code().code(),
                traceId);
    }
}
