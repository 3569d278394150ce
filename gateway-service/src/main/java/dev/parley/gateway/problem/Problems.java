package dev.parley.gateway.problem;

import dev.parley.gateway.observability.Correlation;
import dev.parley.platform.problem.ErrorForm;
import dev.parley.platform.problem.Problem;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.problem.ProblemHeaders;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem document whatever failed before an answer began; an answer that has begun is broken off for all to see. */
@Component
@Order(-2)
final class Problems implements ErrorWebExceptionHandler {

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
        if (thrown instanceof BrokenOff) {
            return Mono.error(thrown);
        }
        if (exchange.getResponse().isCommitted()) {
            ProblemLog.brokenOff(exchange, thrown);
            return Mono.error(new BrokenOff());
        }
        ProblemException problem = ProblemMapping.of(thrown);
        ProblemLog.problem(exchange, problem);
        addHeaders(exchange.getResponse().getHeaders(), thrown, problem);
        exchange.getResponse()
                .getHeaders()
                .setContentType(MediaType.parseMediaType(form(exchange).mediaType()));
        return write(exchange, problem);
    }

    private static void addHeaders(HttpHeaders headers, Throwable thrown, ProblemException problem) {
        if (thrown instanceof MethodNotAllowedException refused) {
            headers.setAllow(refused.getSupportedMethods());
        }
        ProblemHeaders.of(problem).forEach(headers::set);
    }

    private Mono<Void> write(ServerWebExchange exchange, ProblemException problem) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(problem.code().status()));
        return response.writeWith(Mono.fromSupplier(() -> body(exchange, problem)));
    }

    private DataBuffer body(ServerWebExchange exchange, ProblemException problem) {
        String path = exchange.getRequest().getURI().getRawPath();
        Problem told =
                withTrace(Problem.of(problem, path), Correlation.of(exchange).traceId());
        return exchange.getResponse()
                .bufferFactory()
                .wrap(json.writeValueAsBytes(form(exchange).body(told)));
    }

    private static ErrorForm form(ServerWebExchange exchange) {
        return ErrorForm.at(exchange.getRequest().getURI().getRawPath());
    }

    /** The platform knows the trace of a thread; here a request is on no thread of its own. */
    private static Problem withTrace(Problem told, String traceId) {
        return new Problem(
                told.type(),
                told.title(),
                told.status(),
                told.detail(),
                told.instance(),
                told.code(),
                traceId,
                told.errors(),
                told.members());
    }
}
