package dev.parley.platform.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what Tomcat refuses before any of our code runs, which it would answer with a page of HTML. */
final class ProblemReportValve extends ErrorReportValve {
    private static final Logger log = LoggerFactory.getLogger(ProblemReportValve.class);

    private final ProblemAnswers answers;

    ProblemReportValve(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        boolean ours = response.getStatus() >= 400 && response.getContentWritten() == 0;
        if (!ours || !response.setErrorReported()) {
            return;
        }
        try {
            byte[] body = answers.bytes(ByStatus.of(response.getStatus(), failure), pathOf(request));
            response.setContentType(ErrorForm.at(pathOf(request)).mediaType());
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException clientGone) {
            log.debug("A refusal could not be written: {}", clientGone.toString());
        }
    }

    private static String pathOf(Request request) {
        String path = request.getRequestURI();
        return path == null ? "/" : path;
    }
}
