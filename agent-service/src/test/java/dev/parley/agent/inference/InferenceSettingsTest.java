package dev.parley.agent.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.settings.BadSetting;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class InferenceSettingsTest {
    private static final String SOMEWHERE = "https://somewhere.example/v2";
    private static final String MODAL = "https://ada--{endpoint}.modal.run/";

    @Test
    void addresses_are_taken_without_a_slash_at_their_end() {
        assertThat(settings(Duration.ofHours(1), SOMEWHERE + "/", MODAL, null)
                        .account(ProviderName.REPLICATE)
                        .url())
                .isEqualTo(SOMEWHERE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "somewhere", "ftp://somewhere.example", "https://bad host/"})
    void what_is_no_address_is_refused_by_the_name_of_its_variable(String url) {
        assertThatThrownBy(() -> settings(Duration.ofHours(1), url, MODAL, null))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("REPLICATE_BASE_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://ada--poet.modal.run", "{endpoint}"})
    void the_address_of_modal_has_a_place_for_the_endpoint(String url) {
        assertThatThrownBy(() -> settings(Duration.ofHours(1), SOMEWHERE, url, null))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("MODAL_JOBS_URL");
    }

    @Test
    void times_and_prices_have_bounds() {
        assertThatThrownBy(() -> settings(Duration.ofSeconds(9), SOMEWHERE, MODAL, null))
                .hasMessageContaining("INFERENCE_TIMEOUT");
        assertThatThrownBy(() -> settings(Duration.ofHours(25), SOMEWHERE, MODAL, null))
                .hasMessageContaining("INFERENCE_TIMEOUT");
        assertThatThrownBy(() -> settings(Duration.ofHours(1), SOMEWHERE, MODAL, new BigDecimal("-0.1")))
                .hasMessageContaining("REPLICATE_USD_PER_SECOND");
    }

    private static InferenceSettings settings(
            Duration timeout, String replicate, String modal, @Nullable BigDecimal price) {
        return new InferenceSettings(
                timeout,
                Duration.ofSeconds(1),
                Duration.ofSeconds(15),
                DataSize.ofMegabytes(1),
                20,
                new ProviderAccount("key", replicate, price),
                new ProviderAccount("key", SOMEWHERE, null),
                new ProviderAccount("", modal, null));
    }
}
