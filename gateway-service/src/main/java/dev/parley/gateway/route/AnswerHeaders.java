package dev.parley.gateway.route;

import dev.parley.platform.observability.RequestId;
import java.util.Locale;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Keeps from clients what services say only to the gateway, and the request id, which the gateway has set. */
@Component
final class AnswerHeaders implements HttpHeadersFilter {

    @Override
    public HttpHeaders filter(HttpHeaders answered, ServerWebExchange exchange) {
        HttpHeaders passed = new HttpHeaders();
        answered.forEach((name, values) -> {
            if (!name.equalsIgnoreCase(RequestId.HEADER)
                    && !name.toLowerCase(Locale.ROOT).startsWith("x-internal-")) {
                passed.addAll(name, values);
            }
        });
        return passed;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }
}
