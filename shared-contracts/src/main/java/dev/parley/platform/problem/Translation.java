package dev.parley.platform.problem;

import dev.parley.contracts.problem.ProblemCode;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestCookieException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Finds the problem behind an exception. */
final class Translation {
    private static final String REQUIRED = "is required";

    private Translation() {}

    static ProblemException of(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case HttpMessageNotReadableException unreadable -> UnreadableBody.problem(unreadable);
            case MethodArgumentNotValidException invalid -> InvalidFields.of(invalid.getBindingResult());
            case HandlerMethodValidationException invalid -> InvalidFields.of(invalid);
            case MethodArgumentTypeMismatchException mismatch -> WrongParameter.of(mismatch);
            case MissingServletRequestParameterException missing -> required(missing.getParameterName());
            case MissingServletRequestPartException missing -> required(missing.getRequestPartName());
            case MissingRequestHeaderException missing -> required(missing.getHeaderName());
            case MissingRequestCookieException missing -> required(missing.getCookieName());
            case TypeMismatchException mismatch -> internal(mismatch);
            case MaxUploadSizeExceededException tooLarge -> ByStatus.of(413, tooLarge);
            case MultipartException broken -> ByStatus.of(400, broken);
            case ErrorResponse answer -> ByStatus.of(answer.getStatusCode().value(), failure);
            default -> byCause(failure);
        };
    }

    private static ProblemException byCause(Throwable failure) {
        if (Dependency.isDown(failure)) {
            return Dependency.problem(failure);
        }
        return TomcatRefusal.status(failure)
                .map(status -> ByStatus.of(status, failure))
                .orElseGet(() -> internal(failure));
    }

    private static ProblemException required(String name) {
        return ProblemException.invalidField(name, REQUIRED);
    }

    private static ProblemException internal(Throwable cause) {
        return new ProblemException(
                ProblemCode.INTERNAL_ERROR, "Something went wrong on our side; the trace id helps to find it.", cause);
    }
}
