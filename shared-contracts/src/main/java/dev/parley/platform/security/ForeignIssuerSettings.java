package dev.parley.platform.security;

import dev.parley.platform.settings.BadSetting;
import dev.parley.platform.settings.Stage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose tokens are good here besides our own; the same in all services. Each is empty where it is not set.
 *
 * @param oidcIssuers a JSON array: see {@link OidcIssuer}
 * @param supabaseUrl of a project: its users may come
 * @param supabaseJwtSecret what older projects sign with (HS256)
 * @param supabaseEmailsConfirmed whether the project lets nobody in before the e-mail address is confirmed
 */
@ConfigurationProperties("parley.security.foreign")
record ForeignIssuerSettings(
        String oidcIssuers, String supabaseUrl, String supabaseJwtSecret, boolean supabaseEmailsConfirmed) {
    private static final String URL = "SUPABASE_URL";
    private static final String SECRET = "SUPABASE_JWT_SECRET";
    private static final int MIN_BYTES = 32;

    @Override
    public String toString() {
        return "ForeignIssuerSettings";
    }

    /** @throws BadSetting when one cannot be trusted, or is there twice */
    List<ForeignIssuer> issuers(Stage stage) {
        List<ForeignIssuer> all = Stream.concat(OidcIssuer.all(oidcIssuers, stage).stream(), supabase(stage).stream())
                .toList();
        if (all.stream().map(ForeignIssuer::name).distinct().count() < all.size()) {
            throw BadSetting.hidden("OIDC_ISSUERS", "each issuer once");
        }
        return all;
    }

    private Optional<ForeignIssuer> supabase(Stage stage) {
        if (supabaseUrl.isBlank()) {
            if (!supabaseJwtSecret.isBlank()) {
                throw BadSetting.hidden(URL, "the project's address: " + SECRET + " is of no use without it");
            }
            return Optional.empty();
        }
        String name = supabaseUrl.strip().replaceFirst("/+$", "") + "/auth/v1";
        if (!OidcIssuer.isAcceptable(name, stage)) {
            throw BadSetting.value(URL, supabaseUrl, "an address such as https://abcdefgh.supabase.co");
        }
        URI jwks = URI.create(name + "/.well-known/jwks.json");
        return Optional.of(new ForeignIssuer(
                name, jwks, "authenticated", null, Map.of(), supabaseEmailsConfirmed, secret().orElse(null)));
    }

    private Optional<byte[]> secret() {
        if (supabaseJwtSecret.isBlank()) {
            return Optional.empty();
        }
        byte[] secret = supabaseJwtSecret.strip().getBytes(StandardCharsets.UTF_8);
        if (secret.length < MIN_BYTES) {
            throw BadSetting.hidden(SECRET, "the project's JWT secret, at least 32 bytes");
        }
        return Optional.of(secret);
    }
}
