package dev.parley.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.settings.BadSetting;
import dev.parley.platform.settings.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignIssuerSettingsTest {
    @Test
    void issuers_are_what_the_operator_says() {
        List<ForeignIssuer> issuers = issuers("""
                [{"issuer": "https://id.example.com/realms/acme", "audience": "parley",
                  "roles_claim": "realm_access.roles", "roles": {"boss": "admin"}},
                 {"issuer": "https://example.auth0.com/", "audience": "https://parley.example.com",
                  "jwks": "https://example.auth0.com/keys", "emails_confirmed": true}]""", Stage.PRODUCTION);

        assertThat(issuers)
                .extracting(ForeignIssuer::name)
                .containsExactly("https://id.example.com/realms/acme", "https://example.auth0.com/");
        assertThat(issuers.getFirst().roles()).isEqualTo(Map.of("boss", Role.ADMIN));
        assertThat(issuers.getFirst().jwks()).isNull();
        assertThat(issuers.getLast().jwks()).hasToString("https://example.auth0.com/keys");
        assertThat(issuers.getLast().emailsConfirmed()).isTrue();
        assertThat(issuers("", Stage.PRODUCTION)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://id.example.com", "{}", "[{}]", "[null]", """
                [{"issuer": "https://id.example.com"}]""", """
                [{"issuer": "https://id.example.com", "audience": " "}]""", """
                [{"issuer": "http://id.example.com", "audience": "parley"}]""", """
                [{"issuer": "file:///etc", "audience": "parley"}]""", """
                [{"issuer": "https://id.example.com", "audience": "parley", "jwks": "http://id.example.com/keys"}]""", """
                [{"issuer": "https://id.example.com", "audience": "parley", "roles": {"boss": "emperor"}}]""", """
                [{"issuer": "https://id.example.com", "audience": "parley", "role_claim": "misspelt"}]""", """
                [{"issuer": "https://id.example.com", "audience": "a"}, {"issuer": "https://id.example.com", "audience": "b"}]"""})
    void what_cannot_be_trusted_or_understood_is_refused(String list) {
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> issuers(list, Stage.PRODUCTION))
                .withMessageStartingWith("OIDC_ISSUERS");
    }

    @Test
    void at_home_there_may_be_no_certificates() {
        assertThat(issuers(
                        "[{\"issuer\": \"http://keycloak:8080/realms/acme\", \"audience\": \"a\"}]", Stage.DEVELOPMENT))
                .hasSize(1);
    }

    @Test
    void a_supabase_project_is_known_by_its_address_and_its_secret_is_never_shown() {
        var settings = new ForeignIssuerSettings(
                "", "https://abc.supabase.co/", "super-secret-jwt-token-with-at-least-32-characters", true);

        ForeignIssuer issuer = settings.issuers(Stage.PRODUCTION).getFirst();

        assertThat(issuer.name()).isEqualTo("https://abc.supabase.co/auth/v1");
        assertThat(issuer.jwks()).hasToString("https://abc.supabase.co/auth/v1/.well-known/jwks.json");
        assertThat(issuer.audience()).isEqualTo("authenticated");
        assertThat(issuer.secret()).isNotNull();
        assertThat(settings + " " + issuer).doesNotContain("super-secret");
    }

    @Test
    void a_secret_needs_its_project_and_32_bytes() {
        refused("", "super-secret-jwt-token-with-at-least-32-characters");
        refused("https://abc.supabase.co", "short");
        refused("abc.supabase.co", "");
        refused("http://abc.supabase.co", "");
    }

    private static void refused(String url, String secret) {
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> new ForeignIssuerSettings("", url, secret, false).issuers(Stage.PRODUCTION))
                .withMessageStartingWith("SUPABASE_")
                .withMessageNotContaining("super-secret");
    }

    private static List<ForeignIssuer> issuers(String list, Stage stage) {
        return new ForeignIssuerSettings(list, "", "", false).issuers(stage);
    }
}
