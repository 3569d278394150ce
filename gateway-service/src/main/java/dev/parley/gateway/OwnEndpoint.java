package dev.parley.gateway;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import reactor.core.publisher.Mono;

/** What the gateway answers itself: reads only, so every other method of such a path is refused. */
public final class OwnEndpoint {

    private static final HttpMethod[] READS = {HttpMethod.GET, HttpMethod.HEAD};

    private OwnEndpoint() {}

    /** One handler under several paths. */
    public static RouterFunction<ServerResponse> reads(HandlerFunction<ServerResponse> handler, String... paths) {
        RequestPredicate here = paths(paths);
        return RouterFunctions.route(here.and(RequestPredicates.methods(READS)), handler)
                .andRoute(here, request -> Mono.error(new MethodNotAllowedException(request.method(), Set.of(READS))));
    }

    private static RequestPredicate paths(String... paths) {
        RequestPredicate any = RequestPredicates.path(paths[0]);
        for (int i = 1; i < paths.length; i++) {
            any = any.or(RequestPredicates.path(paths[i]));
        }
        return any;
    }
}
