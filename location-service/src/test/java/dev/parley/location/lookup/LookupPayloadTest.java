package dev.parley.location.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.contracts.location.LocationCommand;
import org.junit.jupiter.api.Test;

class LookupPayloadTest {

    @Test
    void what_was_packed_is_unpacked() {
        LocationCommand geocode = Requests.geocode("Zürich\n東京", 5);
        LocationCommand find = Requests.findPlaces("cafe", "Berlin", 1_000, 5);

        assertThat(LookupPayload.unpack(LookupPayload.pack(Requests.received(geocode))))
                .isEqualTo(geocode);
        assertThat(LookupPayload.unpack(LookupPayload.pack(Requests.received(find))))
                .isEqualTo(find);
    }

    @Test
    void a_type_of_another_release_is_told() {
        byte[] payload = "parley.location.teleport.v1\n{}".getBytes(UTF_8);

        assertThatIllegalStateException().isThrownBy(() -> LookupPayload.unpack(payload));
    }
}
