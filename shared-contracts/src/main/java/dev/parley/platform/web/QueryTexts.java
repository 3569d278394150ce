package dev.parley.platform.web;

import dev.parley.platform.problem.ProblemAnswers;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.text.Storable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses U+0000 in parameters, as {@link JsonBodies} does in bodies: no search could be run with it. */
final class QueryTexts extends OncePerRequestFilter {
    private final ProblemAnswers answers;

    QueryTexts(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> bad = firstBad(request);
        if (bad.isPresent()) {
            ProblemException problem = ProblemException.invalidField(bad.get(), "must not contain U+0000");
            answers.write(problem, request.getRequestURI(), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<String> firstBad(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null || !query.contains("%00")) {
            return Optional.empty();
        }
        return Collections.list(request.getParameterNames()).stream()
                .filter(name -> !Arrays.stream(request.getParameterValues(name)).allMatch(Storable::isStorable))
                .findFirst();
    }
}
