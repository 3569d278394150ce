package dev.parley.testing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class PublicCallsTest {
    private static final Call PLACES = new Call(HttpMethod.GET, "/api/v1/locations/{id}");
    private static final Call ELSEWHERE = new Call(HttpMethod.GET, "/api/chat/conversations/{id}");
    private static final Call NOWHERE = new Call(HttpMethod.POST, "/api/v2/locations");
    private static final Call INTERNAL = new Call(HttpMethod.GET, "/internal/v1/work");
    private static final Call ERROR = new Call(HttpMethod.GET, "/error");

    @Test
    void what_fits_together_has_no_faults() {
        assertThat(faults(Set.of(PLACES, INTERNAL, ERROR), Set.of(PLACES))).isEmpty();
    }

    @Test
    void what_is_not_documented_is_named() {
        assertThat(faults(Set.of(PLACES), Set.of()))
                .containsExactly(
                        "/api/v1/locations/{id} GET is not documented",
                        "the route locations leads to nothing that is documented");
    }

    @Test
    void what_is_documented_and_not_there_is_named() {
        assertThat(faults(Set.of(), Set.of(PLACES)))
                .containsExactly("/api/v1/locations/{id} GET is documented, and no controller takes it");
    }

    @Test
    void what_the_gateway_leads_elsewhere_or_nowhere_is_named() {
        assertThat(faults(Set.of(PLACES, ELSEWHERE, NOWHERE), Set.of(PLACES, ELSEWHERE, NOWHERE)))
                .containsExactly(
                        "/api/chat/conversations/{id} GET has no route to location-service",
                        "/api/v2/locations POST has no route to location-service");
    }

    private static List<String> faults(Set<Call> taken, Set<Call> documented) {
        return new PublicCalls("location-service", new TreeSet<>(taken), new TreeSet<>(documented), Routes.read())
                .faults();
    }
}
