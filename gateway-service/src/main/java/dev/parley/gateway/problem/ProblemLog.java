package dev.parley.gateway.problem;

import dev.parley.gateway.observability.Correlation;
import dev.parley.platform.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.web.server.ServerWebExchange;

/** Writes down what an operator should know of an error, and never a path or a query: those are the clients' secrets. */
final class ProblemLog {

    private static final Logger log = LoggerFactory.getLogger(ProblemLog.class);

    private ProblemLog() {}

    static void problem(ServerWebExchange exchange, ProblemException problem) {
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        switch (problem.code()) {
            case INTERNAL_ERROR -> line(exchange, log.atError()).setCause(cause).log("A request failed");
            case DEPENDENCY_UNAVAILABLE, GATEWAY_TIMEOUT ->
                line(exchange, log.atWarn()).addKeyValue("cause", name(cause)).log(problem.detail());
            default -> line(exchange, log.atDebug()).log("Refused: {}", problem.code());
        }
    }

    static void brokenOff(ServerWebExchange exchange, Throwable thrown) {
        line(exchange, log.atWarn()).addKeyValue("cause", name(thrown)).log("A service broke off its answer");
    }

    private static LoggingEventBuilder line(ServerWebExchange exchange, LoggingEventBuilder line) {
        Correlation correlation = Correlation.of(exchange);
        return line.addKeyValue("request_id", correlation.requestId()).addKeyValue("trace_id", correlation.traceId());
    }

    private static String name(Throwable thrown) {
        return thrown.getClass().getSimpleName();
    }
}
