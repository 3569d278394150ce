package dev.parley.gateway.account;

import dev.parley.gateway.OwnEndpoint;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Serves them. A token stands in the fragment of their address, so it reaches no server and no log. */
@Configuration(proxyBeanMethods = false)
class AccountPages {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; "
                    + "form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    RouterFunction<ServerResponse> linkedPages() {
        return OwnEndpoint.reads(_ -> file("verify.html", "text/html"), "/account/verify")
                .and(OwnEndpoint.reads(_ -> file("reset.html", "text/html"), "/account/reset"))
                .and(OwnEndpoint.reads(_ -> file("account.js", "text/javascript"), "/account/account.js"))
                .and(OwnEndpoint.reads(_ -> file("account.css", "text/css"), "/account/account.css"));
    }

    private static Mono<ServerResponse> file(String name, String type) {
        return ServerResponse.ok()
                .contentType(new MediaType(MediaType.valueOf(type), StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLICY)
                .cacheControl(CacheControl.noCache())
                .bodyValue(new ClassPathResource("account/" + name));
    }
}
