package dev.parley.gateway.problem;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.server.ResponseStatusException;

/** Finds the problem for what was thrown. */
final class ProblemMapping {

    private static final Duration COME_AGAIN = Duration.ofSeconds(2);

    private ProblemMapping() {}

    static ProblemException of(Throwable thrown) {
        return switch (thrown) {
            case ProblemException problem -> problem;
            case ResponseStatusException refused -> byStatus(refused);
            case IOException broken -> brokenOff(broken);
            default -> ownFault(thrown);
        };
    }

    /** Its head had come, and nothing of it had gone on to the client. */
    private static ProblemException brokenOff(IOException broken) {
        String detail = "The service behind this path broke off in its answer. What was asked may have been done.";
        return problem(ProblemCode.DEPENDENCY_UNAVAILABLE, detail, broken).retryAfter(COME_AGAIN);
    }

    private static ProblemException byStatus(ResponseStatusException refused) {
        return switch (refused.getStatusCode().value()) {
            case 403 -> problem(ProblemCode.FORBIDDEN, "This is not allowed.", refused);
            case 404 -> problem(ProblemCode.NOT_FOUND, "There is nothing at this path.", refused);
            case 405 -> problem(ProblemCode.METHOD_NOT_ALLOWED, "This path does not take that method.", refused);
            case 406 -> problem(ProblemCode.NOT_ACCEPTABLE, "This is not to be had in that media type.", refused);
            case 413 -> problem(ProblemCode.PAYLOAD_TOO_LARGE, "The request is too large.", refused);
            case 415 -> problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "This media type is not taken.", refused);
            case 503 -> unavailable(refused);
            case 504 -> tooSlow(refused);
            default -> anyOther(refused);
        };
    }

    private static ProblemException unavailable(Throwable thrown) {
        return problem(ProblemCode.DEPENDENCY_UNAVAILABLE, "The service behind this path is not available.", thrown)
                .retryAfter(COME_AGAIN);
    }

    private static ProblemException tooSlow(Throwable thrown) {
        String detail = "The service behind this path did not answer in time. What was asked may still be done.";
        return problem(ProblemCode.GATEWAY_TIMEOUT, detail, thrown).retryAfter(COME_AGAIN);
    }

    private static ProblemException anyOther(ResponseStatusException refused) {
        return refused.getStatusCode().is4xxClientError()
                ? problem(ProblemCode.MALFORMED_REQUEST, "The request cannot be read.", refused)
                : ownFault(refused);
    }

    private static ProblemException ownFault(Throwable thrown) {
        return problem(ProblemCode.INTERNAL_ERROR, "The gateway failed at this request. It has been noted.", thrown);
    }

    private static ProblemException problem(ProblemCode code, String detail, Throwable cause) {
        return new ProblemException(code, detail, cause);
    }
}
