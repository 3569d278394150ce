package dev.parley.gateway.limit;

import static dev.parley.gateway.backing.Client.header;
import static dev.parley.gateway.backing.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.gateway.backing.Client;
import dev.parley.gateway.backing.FakeService;
import dev.parley.gateway.backing.GatewayProcess;
import dev.parley.gateway.backing.OwnGateway;
import dev.parley.testing.backing.RedisServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two gateways and one Redis. Each test has clients of its own. */
class SharedLimitsTest {

    private static final String TURN = "/api/chat/turns/1";
    private static final Pattern SHARED = Pattern.compile("parley_gateway_limits_shared\\{.*} 1(\\.0)?");
    private static final FakeService CHAT = FakeService.start("chat-service");
    private static RedisServer redis;
    private static OwnGateway here;
    private static GatewayProcess there;
    private static Client one;
    private static Client two;

    @BeforeAll
    static void start() {
        redis = RedisServer.start();
        Map<String, String> variables = Map.of(
                "CHAT_SERVICE_URL", CHAT.url(),
                "REDIS_URL", redis.url(),
                "TRUSTED_PROXIES", "127.0.0.1",
                "RATE_LIMIT_PER_MINUTE", "10",
                "GUEST_RATE_LIMIT_PER_MINUTE", "100000",
                // Machines that run tests are slow now and then.
                "REDIS_TIMEOUT", "1s");
        there = GatewayProcess.start(variables);
        two = there.client();
        here = OwnGateway.start(variables.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toArray(String[]::new));
        one = here.client();
        awaitShared(one);
        awaitShared(two);
    }

    @AfterAll
    static void stop() {
        Stream.of(here, there, redis, CHAT).filter(part -> part != null).forEach(SharedLimitsTest::close);
    }

    @Test
    void gateways_count_together() {
        List<HttpResponse<String>> answers = IntStream.range(0, 12)
                .mapToObj(i -> ask(i % 2 == 0 ? one : two, "203.0.113.1"))
                .toList();

        assertThat(answers.stream().map(HttpResponse::statusCode).limit(10)).containsOnly(200);
        assertThat(answers.stream().map(HttpResponse::statusCode).skip(10)).containsOnly(429);
        assertThat(header(answers.get(1), "RateLimit")).matches("\"caller\";r=8;t=\\d+, \"guest\";.*");
        assertThat(Integer.parseInt(header(answers.getLast(), "Retry-After"))).isBetween(1, 60);
    }

    @Test
    void who_asks_at_once_gets_no_more_than_who_asks_one_by_one() {
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> ask(i % 2 == 0 ? one : two, "203.0.113.2").statusCode()))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).filter(status -> status == 200))
                .hasSize(10);
    }

    @Test
    void each_counts_alone_while_redis_is_away_and_together_when_it_is_back() {
        HttpResponse<String> well = one.get("/api/v1/health/redis");
        assertThat(json(well).path("status").asString()).isEqualTo("ok");
        assertThat(json(well).path("latency_ms").asDouble()).isPositive();

        redis.die();
        List<Integer> alone = statuses("203.0.113.3", 20);
        assertThat(alone).containsOnly(200);
        assertThat(statuses("203.0.113.3", 2)).containsOnly(429);
        await().untilAsserted(() -> assertThat(health(one)).isEqualTo("down"));
        assertThat(json(one.get("/api/health/detailed")).at("/redis/status").asString())
                .isEqualTo("down");

        redis.comeBack();
        awaitShared(one);
        awaitShared(two);
        assertThat(statuses("203.0.113.4", 12))
                .containsExactly(200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 429, 429);
    }

    @Test
    void a_redis_that_hangs_holds_nobody_up() {
        redis.signal("STOP");
        try {
            long began = System.nanoTime();
            List<Integer> alone = statuses("203.0.113.5", 6);

            assertThat(alone).containsOnly(200);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        } finally {
            redis.signal("CONT");
        }
        awaitShared(one);
        awaitShared(two);
    }

    private static List<Integer> statuses(String address, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ask(i % 2 == 0 ? one : two, address).statusCode())
                .toList();
    }

    private static HttpResponse<String> ask(Client gateway, String address) {
        return gateway.get(TURN, "X-Forwarded-For", address);
    }

    /** One request a second finds out. */
    private static void awaitShared(Client gateway) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            ask(gateway, "198.51.100.1");
            return gateway.get("/metrics").body().lines().anyMatch(SHARED.asMatchPredicate());
        });
    }

    private static String health(Client gateway) {
        return json(gateway.get("/api/v1/health/redis")).path("status").asString();
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
