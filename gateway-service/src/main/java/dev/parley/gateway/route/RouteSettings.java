package dev.parley.gateway.route;

import dev.parley.gateway.RouteAccess;
import dev.parley.gateway.RouteLimit;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The routes.
 *
 * @param table by route id
 * @param streamGrace how long open streams may go on when the gateway is told to stop
 */
@ConfigurationProperties("parley.gateway.route")
record RouteSettings(Map<String, Row> table, Duration streamGrace) {

    /**
     * One route.
     *
     * @param path a pattern: {@code *} is one segment, a last {@code **} any number of them
     * @param methods all, when none is named
     * @param stream whether the answer may take as long as it likes
     * @param access who may take it; without a word only who is signed in
     * @param maxBytes of a request's body, where the general limit does not fit
     * @param limit what its POSTs count as, besides being requests
     */
    record Row(
            String service,
            String path,
            @DefaultValue({}) Set<String> methods,
            boolean stream,
            @DefaultValue("user") RouteAccess access,
            @Nullable DataSize maxBytes,
            @Nullable RouteLimit limit) {}
}
