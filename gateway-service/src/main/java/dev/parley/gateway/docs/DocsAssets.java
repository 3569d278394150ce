package dev.parley.gateway.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Serves what the pages need, out of the libraries' own archives. */
@Configuration(proxyBeanMethods = false)
class DocsAssets {

    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    /** ReDoc draws its maker's logo from its maker's host; a page here asks no other host for anything. */
    private static final String FOREIGN_LOGO = "https://cdn.redoc.ly/redoc/logo-mini.svg";

    private static final String NO_LOGO =
            "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

    @Bean
    RouterFunction<ServerResponse> scriptRoutes() {
        Mono<byte[]> redoc = Mono.fromSupplier(DocsAssets::redoc).cache();
        return RouterFunctions.route()
                .GET(
                        "/docs/assets/redoc.js",
                        _ -> redoc.flatMap(script -> ServerResponse.ok()
                                .contentType(MediaType.valueOf("text/javascript;charset=UTF-8"))
                                .cacheControl(AN_HOUR)
                                .bodyValue(script)))
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> assetRoutes() {
        BiConsumer<Resource, HttpHeaders> cached = (_, headers) -> headers.setCacheControl(AN_HOUR);
        return RouterFunctions.resources(
                        "/docs/assets/swagger-ui/**", new ClassPathResource(archive("swagger-ui")), cached)
                .and(RouterFunctions.resources("/docs/assets/**", new ClassPathResource("docs/assets/"), cached));
    }

    private static byte[] redoc() {
        ClassPathResource script = new ClassPathResource(archive("redoc") + "redoc.standalone.js");
        try (InputStream in = script.getInputStream()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace(FOREIGN_LOGO, NO_LOGO).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of a web library in its archive; it holds the version, which the archive tells. */
    private static String archive(String library) {
        try {
            Properties archive = PropertiesLoaderUtils.loadProperties(
                    new ClassPathResource("META-INF/maven/org.webjars/" + library + "/pom.properties"));
            return "META-INF/resources/webjars/" + library + "/" + archive.getProperty("version") + "/";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
