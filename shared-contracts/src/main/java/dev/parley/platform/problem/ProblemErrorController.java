package dev.parley.platform.problem;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers for what fails outside controllers: in filters, in the container, after a {@code sendError}. */
@Controller
final class ProblemErrorController implements ErrorController {
    private final ProblemAnswers answers;

    ProblemErrorController(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Operation(hidden = true, summary = "Where the container asks for the answer to an error")
    @RequestMapping("${spring.web.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemException problem = problemOf(request);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            if (ClientGone.isReasonOf(failure)) {
                ProblemLog.streamBroke(failure);
                return;
            }
            ProblemLog.answered(problem, failure);
        }
        answers.write(problem, pathOf(request), response);
    }

    private static ProblemException problemOf(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            Throwable cause = failure instanceof ServletException wrapper ? wrapper.getRootCause() : failure;
            return Translation.of(cause == null ? failure : cause);
        }
        // Asked for by its path, the page of errors is a page like any other that is not there.
        return ByStatus.of(
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404,
                null);
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? path
                : request.getRequestURI();
    }
}
