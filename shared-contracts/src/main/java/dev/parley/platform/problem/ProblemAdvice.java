package dev.parley.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The one place where whatever a request throws becomes an answer. */
@RestControllerAdvice
final class ProblemAdvice {
    private final ProblemAnswers answers;

    ProblemAdvice(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> answer(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted() || ClientGone.isReasonOf(failure)) {
            ProblemLog.streamBroke(failure);
            return null;
        }
        ProblemException problem = Translation.of(failure);
        ProblemLog.answered(problem, failure);
        // What was produced for the failed answer does not describe this one.
        response.resetBuffer();
        return answers.entity(problem, request, headersOf(failure));
    }

    private static HttpHeaders headersOf(Exception failure) {
        return failure instanceof ErrorResponse answer ? answer.getHeaders() : new HttpHeaders();
    }
}
