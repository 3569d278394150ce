package dev.parley.gateway.limit;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;

/** What a request has drawn: the first budget that had nothing left is the last that was asked. */
record Drawn(List<One> all) {

    /** From one budget. */
    record One(Quota quota, Draw draw) {

        private static final String WINDOW = ";w=" + Quota.WINDOW.toSeconds();

        private String policy() {
            return '"' + quota.name() + "\";q=" + quota.perMinute() + WINDOW;
        }

        private String standing() {
            return '"' + quota.name() + "\";r=" + draw.left() + ";t=" + wholeSeconds(draw.untilWhole());
        }
    }

    /** The budget that had nothing left. */
    Optional<One> refused() {
        return Optional.of(all.getLast()).filter(last -> !last.draw().granted());
    }

    /** Tells the client how it stands: draft-ietf-httpapi-ratelimit-headers-10. */
    void tell(HttpHeaders headers) {
        headers.set("RateLimit-Policy", list(One::policy));
        headers.set("RateLimit", list(One::standing));
    }

    static ProblemException problem(One refused) {
        Quota quota = refused.quota();
        return new ProblemException(
                        ProblemCode.RATE_LIMITED,
                        "No more than " + quota.perMinute() + " " + quota.what() + " are taken in a minute.")
                .retryAfter(refused.draw().untilMore())
                .with("violated_policies", List.of(quota.name()));
    }

    private String list(Function<One, String> item) {
        return all.stream().map(item).collect(Collectors.joining(", "));
    }

    private static long wholeSeconds(Duration time) {
        return time.plusSeconds(1).minusNanos(1).toSeconds();
    }
}
