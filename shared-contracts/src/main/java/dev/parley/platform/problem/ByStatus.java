package dev.parley.platform.problem;

import dev.parley.contracts.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** The problem for a bare HTTP status, as Spring and Tomcat decide on one. */
final class ByStatus {
    private ByStatus() {}

    static ProblemException of(int status, @Nullable Throwable cause) {
        ProblemCode code = code(status);
        return new ProblemException(code, detail(code), cause);
    }

    private static ProblemCode code(int status) {
        return switch (status) {
            case 401 -> ProblemCode.CREDENTIALS_REQUIRED;
            case 403 -> ProblemCode.FORBIDDEN;
            case 404 -> ProblemCode.NOT_FOUND;
            case 405, 501 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 413 -> ProblemCode.PAYLOAD_TOO_LARGE;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            case 422 -> ProblemCode.VALIDATION_FAILED;
            case 503 -> ProblemCode.DEPENDENCY_UNAVAILABLE;
            case 504 -> ProblemCode.GATEWAY_TIMEOUT;
            default -> status < 500 ? ProblemCode.MALFORMED_REQUEST : ProblemCode.INTERNAL_ERROR;
        };
    }

    private static String detail(ProblemCode code) {
        return switch (code) {
            case NOT_FOUND -> "There is nothing at this path.";
            case METHOD_NOT_ALLOWED -> "This path does not take that method.";
            case NOT_ACCEPTABLE -> "None of the media types in Accept can be answered here.";
            case UNSUPPORTED_MEDIA_TYPE -> "The body's Content-Type cannot be read here.";
            case PAYLOAD_TOO_LARGE -> "The body is larger than what is accepted here.";
            case MALFORMED_REQUEST -> "The request is not well-formed HTTP, or a parameter cannot be decoded.";
            default -> code.title() + ".";
        };
    }
}
