package dev.parley.gateway.docs;

import dev.parley.gateway.OwnEndpoint;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Serves the documents and the pages that show them. */
@Configuration(proxyBeanMethods = false)
class DocsPaths {

    /** Scripts and requests only to this host; styles inline, because both pages write theirs as they draw. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    RouterFunction<ServerResponse> frontDoor() {
        return OwnEndpoint.reads(
                _ -> ServerResponse.status(HttpStatus.FOUND)
                        .location(URI.create("/docs"))
                        .build(),
                "/");
    }

    @Bean
    RouterFunction<ServerResponse> pages() {
        return OwnEndpoint.reads(_ -> page("docs/swagger-ui.html"), "/docs", "/api/docs", "/api/v1/docs")
                .and(OwnEndpoint.reads(_ -> page("docs/redoc.html"), "/redoc", "/api/redoc"));
    }

    @Bean
    RouterFunction<ServerResponse> documents(MergedOpenApi openApi, AsyncApi asyncApi) {
        return OwnEndpoint.reads(_ -> json(openApi.bytes()), "/openapi.json")
                .and(OwnEndpoint.reads(_ -> json(asyncApi.bytes()), "/asyncapi.json"));
    }

    private static Mono<ServerResponse> page(String resource) {
        return ServerResponse.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLICY)
                .cacheControl(CacheControl.noCache())
                .bodyValue(new ClassPathResource(resource));
    }

    private static Mono<ServerResponse> json(Mono<byte[]> document) {
        return document.flatMap(bytes -> ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .bodyValue(bytes));
    }
}
