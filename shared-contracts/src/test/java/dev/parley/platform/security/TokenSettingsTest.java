package dev.parley.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.settings.BadSetting;
import dev.parley.platform.settings.Stage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSettingsTest {
    private static final String GOOD = "0123456789abcdef0123456789abcdef";

    @Test
    void development_starts_without_a_secret_and_production_does_not() {
        assertThat(settings("").secret(Stage.DEVELOPMENT)).hasSizeGreaterThanOrEqualTo(32);
        refused("", Stage.PRODUCTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "0123456789abcdef0123456789abcde"})
    void a_short_secret_is_refused_everywhere(String secret) {
        refused(secret, Stage.DEVELOPMENT);
        refused(secret, Stage.PRODUCTION);
    }

    @Test
    void the_secret_that_everybody_knows_is_none_in_production() {
        String known = new String(settings("").secret(Stage.DEVELOPMENT), StandardCharsets.UTF_8);

        refused(known, Stage.PRODUCTION);
    }

    @Test
    void a_good_secret_is_taken_as_it_is_and_never_shown() {
        assertThat(settings(GOOD).secret(Stage.PRODUCTION)).asString().isEqualTo(GOOD);
        assertThat(settings(GOOD).toString()).doesNotContain(GOOD);
    }

    @Test
    void a_key_in_a_key_management_service_signs_no_tokens() {
        refused("hcvault://vault.example.com:8200/transit/keys/parley", Stage.DEVELOPMENT);
    }

    private static void refused(String secret, Stage stage) {
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> settings(secret).secret(stage))
                .withMessageStartingWith("SECRET_KEY is not accepted")
                .satisfies(refusal -> {
                    if (!secret.isEmpty()) {
                        assertThat(refusal.getMessage()).doesNotContain(secret);
                    }
                });
    }

    private static TokenSettings settings(String secret) {
        return new TokenSettings(
                SigningAlgorithm.RS256, secret, "parley", "parley", true, List.of(URI.create("http://127.0.0.1:1")));
    }
}
