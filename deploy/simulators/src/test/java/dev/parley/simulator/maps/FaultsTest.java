package dev.parley.simulator.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.simulator.HttpCalls;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {
    private final MapsSimulator maps = MapsSimulator.start();
    private final HttpCalls calls = new HttpCalls(maps.baseUrl());

    @AfterEach
    void stop() {
        maps.close();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(Service.GEOCODING, Fault.denied(), 200, "REQUEST_DENIED"),
                Arguments.of(Service.GEOCODING, Fault.overQuota(), 200, "OVER_QUERY_LIMIT"),
                Arguments.of(Service.GEOCODING, Fault.tooFast(), 429, "OVER_QUERY_LIMIT"),
                Arguments.of(Service.GEOCODING, Fault.serverError(), 500, "UNKNOWN_ERROR"),
                Arguments.of(Service.PLACES, Fault.denied(), 403, "PERMISSION_DENIED"),
                Arguments.of(Service.PLACES, Fault.overQuota(), 429, "RESOURCE_EXHAUSTED"),
                Arguments.of(Service.ROUTES, Fault.unavailable(), 503, "UNAVAILABLE"),
                Arguments.of(Service.NOMINATIM, Fault.tooFast(), 429, "Bandwidth limit exceeded"),
                Arguments.of(Service.OVERPASS, Fault.tooFast(), 429, "rate_limited"),
                Arguments.of(Service.OVERPASS, Fault.unavailable(), 504, "too busy"),
                Arguments.of(Service.OSRM, Fault.serverError(), 500, "InternalError"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void each_service_refuses_in_its_own_words(Service service, Fault fault, int status, String words) {
        maps.fail(service, fault.retryAfter(Duration.ofSeconds(3)));

        HttpResponse<String> response = calls.get(path(service));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(words);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("3");
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void every_service_knows_every_refusal(Service service) {
        Stream.of(Fault.denied(), Fault.overQuota(), Fault.tooFast(), Fault.serverError(), Fault.unavailable())
                .forEach(fault -> {
                    maps.fail(service, fault.times(1));
                    assertThat(calls.get(path(service)).body()).isNotEmpty();
                });

        assertThat(maps.calls(service)).hasSize(5);
    }

    @Test
    void faults_are_used_up_in_order_and_only_by_calls_that_match() {
        maps.fail(Service.NOMINATIM, Fault.serverError().times(1))
                .fail(
                        Service.NOMINATIM,
                        call -> call.query().containsValue("Paris"),
                        Fault.unavailable().times(1));

        assertThat(calls.get("/search?q=Berlin").statusCode()).isEqualTo(500);
        assertThat(calls.get("/search?q=Berlin").statusCode()).isEqualTo(200);
        assertThat(calls.get("/search?q=Paris").statusCode()).isEqualTo(503);
        assertThat(calls.get("/search?q=Paris").statusCode()).isEqualTo(200);
    }

    @Test
    void an_answer_may_be_late_or_garbage_or_cut_short() {
        maps.fail(Service.NOMINATIM, Fault.slow(Duration.ofMillis(10)).times(1))
                .fail(Service.NOMINATIM, Fault.garbage().times(1))
                .fail(Service.NOMINATIM, Fault.cut().times(1));

        assertThat(calls.get("/search?q=Berlin").body()).contains("Berlin");
        assertThat(calls.get("/search?q=Berlin").body()).startsWith("<html>");
        assertThatThrownBy(() -> calls.get("/search?q=Berlin")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void another_process_orders_faults_and_reads_the_log() {
        calls.post("/sim/faults", "{\"service\":\"geocoding\",\"fault\":\"over_quota\",\"times\":1,\"retry_after\":2}");

        assertThat(calls.get(path(Service.GEOCODING)).body()).contains("OVER_QUERY_LIMIT");
        assertThat(calls.get(path(Service.GEOCODING)).body()).contains("\"OK\"");
        assertThat(calls.json("/sim/calls")).hasSize(2);
        assertThat(calls.post("/sim/faults", "{\"service\":\"moon\"}").statusCode())
                .isEqualTo(400);
        assertThat(calls.post("/sim/faults", "{\"service\":\"osrm\",\"fault\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(calls.get("/elsewhere").statusCode()).isEqualTo(404);
    }

    private static String path(Service service) {
        return switch (service) {
            case GEOCODING -> "/maps/api/geocode/json?address=Berlin&key=k";
            case PLACES -> "/v1/places/x?key=k&fields=id";
            case ROUTES -> "/directions/v2:computeRoutes?key=k&fields=*";
            case NOMINATIM -> "/search?q=Berlin";
            case OVERPASS -> "/api/interpreter";
            case OSRM -> "/route/v1/driving/1,1;2,2";
        };
    }
}
