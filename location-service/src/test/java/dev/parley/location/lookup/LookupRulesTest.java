package dev.parley.location.lookup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.location.LocationCommand;
import dev.parley.platform.work.PermanentFailure;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LookupRulesTest {

    static Stream<LocationCommand> good() {
        return Stream.of(
                Requests.geocode("x", 1),
                Requests.geocode("x".repeat(200), 100),
                Requests.geocode("東京 🗼", 5),
                Requests.findPlaces("cafe", "Berlin", 1, 1),
                Requests.findPlaces("cafe", "Berlin", 50_000, 100));
    }

    static Stream<LocationCommand> bad() {
        return Stream.of(
                Requests.geocode(" ", 1),
                Requests.geocode("x".repeat(201), 1),
                Requests.geocode("Ber\u0000lin", 1),
                Requests.geocode("Berlin \ud83d", 1),
                Requests.geocode("Berlin", 0),
                Requests.geocode("Berlin", 101),
                Requests.findPlaces("", "Berlin", 100, 1),
                Requests.findPlaces("cafe", "", 100, 1),
                Requests.findPlaces("cafe", "Berlin", 0, 1),
                Requests.findPlaces("cafe", "Berlin", 50_001, 1),
                Requests.findPlaces("cafe", "Berlin", 100, -1));
    }

    @ParameterizedTest
    @MethodSource("good")
    void what_can_be_answered_passes(LocationCommand command) {
        assertThatCode(() -> LookupRules.check(command)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void what_cannot_is_refused_for_good(LocationCommand command) {
        assertThatThrownBy(() -> LookupRules.check(command))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageStartingWith("invalid_request");
    }
}
