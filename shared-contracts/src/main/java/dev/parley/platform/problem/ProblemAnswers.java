package dev.parley.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem: as a controller's result, or straight onto a response where no controller is. Thread-safe. */
public final class ProblemAnswers {
    private final JsonMapper json;

    public ProblemAnswers(JsonMapper json) {
        this.json = json;
    }

    /** @param headers what the failed request is owed besides, such as {@code Allow} */
    ResponseEntity<Object> entity(ProblemException problem, HttpServletRequest request, HttpHeaders headers) {
        ErrorForm form = ErrorForm.at(request.getRequestURI());
        HttpHeaders all = new HttpHeaders(headers);
        ProblemHeaders.of(problem).forEach(all::set);
        form.headers(problem).forEach(all::set);
        all.setContentType(MediaType.parseMediaType(form.mediaType()));
        return ResponseEntity.status(problem.code().status())
                .headers(all)
                .body(form.body(Problem.of(problem, request.getRequestURI())));
    }

    /** Writes nothing when the answer has begun already. */
    public void write(ProblemException problem, String instance, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = bytes(problem, instance);
        response.resetBuffer();
        response.setStatus(problem.code().status());
        ProblemHeaders.of(problem).forEach(response::setHeader);
        response.setContentType(ErrorForm.at(instance).mediaType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    byte[] bytes(ProblemException problem, String instance) {
        return json.writeValueAsBytes(ErrorForm.at(instance).body(Problem.of(problem, instance)));
    }
}
