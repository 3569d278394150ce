package dev.parley.gateway.route;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.channel.AbortedException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** What went wrong between the gateway and a replica before there was an answer. */
record Failure(Throwable cause, Stage stage) {

    /** How far the request had come. */
    enum Stage {
        /** There was no connection to be had from the pool: no fault of the replica's. */
        WAITING,
        /** The replica could not be reached: nothing was sent. */
        CONNECTING,
        /** The request was on its way, or done, when the connection broke. */
        SENT
    }

    private static final Duration COME_AGAIN = Duration.ofSeconds(2);
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** Empty for what is no failure of the connection. */
    static Optional<Failure> of(Throwable thrown) {
        return switch (thrown) {
            case PoolAcquireTimeoutException full -> Optional.of(new Failure(full, Stage.WAITING));
            case PoolAcquirePendingLimitException full -> Optional.of(new Failure(full, Stage.WAITING));
            case ConnectException _, NoRouteToHostException _, UnknownHostException _ ->
                Optional.of(new Failure(thrown, Stage.CONNECTING));
            case IOException broken -> Optional.of(new Failure(broken, Stage.SENT));
            case AbortedException broken -> Optional.of(new Failure(broken, Stage.SENT));
            // The routing filter takes every timeout for one of the answer.
            case ResponseStatusException wrapped
            when wrapped.getCause() instanceof PoolAcquireTimeoutException full ->
                Optional.of(new Failure(full, Stage.WAITING));
            default -> Optional.empty();
        };
    }

    /** Whether another replica may be asked the same. */
    boolean mayBeRepeated(HttpMethod method) {
        return stage == Stage.CONNECTING || (stage == Stage.SENT && READS.contains(method));
    }

    ProblemException problem() {
        String detail = stage == Stage.SENT
                ? "The service behind this path broke off before it answered. What was asked may have been done."
                : "The service behind this path cannot be reached. Nothing has been done.";
        return new ProblemException(ProblemCode.DEPENDENCY_UNAVAILABLE, detail, cause).retryAfter(COME_AGAIN);
    }
}
