package dev.parley.platform.security;

import dev.parley.platform.settings.BadSetting;
import dev.parley.platform.settings.Stage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * One of {@code OIDC_ISSUERS}, in the operator's words:
 * <pre>{@code
 * [{"issuer": "https://id.example.com/realms/acme", "audience": "parley",
 *   "roles_claim": "realm_access.roles", "roles": {"parley-admin": "admin"}}]
 * }</pre>
 *
 * @param jwks where the keys are, for issuers without a discovery document
 * @param emailsConfirmed whether nobody gets a token there before the e-mail address is confirmed
 */
record OidcIssuer(
        @Nullable String issuer,
        @Nullable String jwks,
        @Nullable String audience,
        @Nullable String rolesClaim,
        @Nullable Map<String, Role> roles,
        @Nullable Boolean emailsConfirmed) {
    private static final String VARIABLE = "OIDC_ISSUERS";
    private static final TypeReference<List<OidcIssuer>> LIST = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @throws BadSetting for what is no list of issuers, or names one that cannot be trusted */
    static List<ForeignIssuer> all(String list, Stage stage) {
        return list.isBlank()
                ? List.of()
                : parse(list).stream().map(issuer -> issuer.checked(stage)).toList();
    }

    /** In production only what nobody on the way can change; at home there may be no certificates. */
    static boolean isAcceptable(String address, Stage stage) {
        try {
            WebAddress.url(address);
            return stage != Stage.PRODUCTION || WebAddress.isTrusted(address);
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static List<OidcIssuer> parse(String list) {
        try {
            List<OidcIssuer> issuers = JSON.readValue(list, LIST);
            if (issuers.stream().allMatch(Objects::nonNull)) {
                return issuers;
            }
        } catch (JacksonException notAList) {
            // As one that names nothing.
        }
        throw BadSetting.hidden(
                VARIABLE,
                "a JSON array of objects with issuer, audience and, if wanted, jwks, roles_claim, roles, emails_confirmed");
    }

    private ForeignIssuer checked(Stage stage) {
        if (issuer == null || !isAcceptable(issuer, stage)) {
            throw BadSetting.hidden(VARIABLE, "each issuer's address, which begins with https://");
        }
        if (jwks != null && !isAcceptable(jwks, stage)) {
            throw BadSetting.value(VARIABLE, issuer, "an address of its keys that begins with https://");
        }
        if (audience == null || audience.isBlank()) {
            throw BadSetting.value(VARIABLE, issuer, "an audience: tokens that are for others must not be good here");
        }
        return new ForeignIssuer(
                issuer,
                jwks == null ? null : URI.create(jwks),
                audience,
                rolesClaim,
                Objects.requireNonNullElse(roles, Map.of()),
                Boolean.TRUE.equals(emailsConfirmed),
                null);
    }
}
