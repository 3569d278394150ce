package dev.parley.gateway.security;

import static dev.parley.gateway.backing.Client.header;
import static dev.parley.gateway.backing.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.gateway.backing.OwnGateway;
import dev.parley.gateway.backing.RunningGateway;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenGateTest extends RunningGateway {
    private static final RSAKey KEY = newKey();

    @BeforeAll
    static void keys_are_published() {
        String keys = new JWKSet(KEY.toPublicJWK()).toString();
        CONVERSATION.on("/.well-known/jwks.json", 200, "application/json", keys);
        CONVERSATION.on("/auth/v1/.well-known/jwks.json", 200, "application/json", keys);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/test/signed-in",
                "/test/signed-in/deeper",
                "/test/rulers",
                "/api/v1/users/me",
                "/api/v1/locations/geocode"
            })
    void without_a_token_nobody_gets_through(String path) {
        HttpResponse<String> answer = client.get(path, "X-Session-Id", "a-visitor-s-secret");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("code").asString()).isEqualTo("credentials_required");
        assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void where_openais_clients_call_a_refusal_has_the_shape_that_they_read() {
        HttpResponse<String> answer = client.get("/v1/models");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(json(answer).at("/error/code").asString()).isEqualTo("credentials_required");
        assertThat(json(answer).at("/error/type").asString()).isEqualTo("authentication_error");
        assertThat(json(answer).at("/error/trace_id").asString()).matches("[0-9a-f]{32}");
    }

    @Test
    void whoever_is_signed_in_gets_through_with_the_token_which_the_service_verifies_again() {
        String token = token("user");

        for (int time = 0; time < 2; time++) {
            HttpResponse<String> answer = client.get("/test/signed-in", "Authorization", "Bearer " + token);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(json(answer).path("headers").path("authorization").asString())
                    .isEqualTo("Bearer " + token);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/users/me, conversation-service",
        "/api/v1/locations/geocode, location-service",
        "/api/v1/locations/places/ChIJ-1, location-service"
    })
    void every_documented_path_of_users_leads_to_its_service(String path, String service) {
        HttpResponse<String> answer = client.get(path, "Authorization", "Bearer " + token("user"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("service").asString()).isEqualTo(service);
    }

    @Test
    void some_routes_are_for_administrators() {
        HttpResponse<String> user = client.get("/test/rulers", "Authorization", "Bearer " + token("user"));
        HttpResponse<String> admin = client.get("/test/rulers", "Authorization", "Bearer " + token("admin"));

        assertThat(user.statusCode()).isEqualTo(403);
        assertThat(json(user).path("code").asString()).isEqualTo("forbidden");
        assertThat(admin.statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_signs_in_at_a_configured_issuer_gets_through_as_a_user() {
        String theirs = token(new JWTClaimsSet.Builder(claims("admin"))
                .issuer(CONVERSATION.url() + "/auth/v1")
                .audience("authenticated")
                .build());
        String forOthers = token(new JWTClaimsSet.Builder(claims("user"))
                .issuer(CONVERSATION.url() + "/auth/v1")
                .audience("others")
                .build());

        assertThat(client.get("/test/signed-in", "Authorization", "Bearer " + theirs)
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get("/test/rulers", "Authorization", "Bearer " + theirs)
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.get("/test/signed-in", "Authorization", "Bearer " + forOthers)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void visitors_need_no_token_but_a_wrong_one_is_refused() {
        HttpResponse<String> wrong = client.get("/test/guests", "Authorization", "Bearer " + token("user") + "x");

        assertThat(client.get("/test/guests").statusCode()).isEqualTo(200);
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(json(wrong).path("code").asString()).isEqualTo("invalid_token");
        assertThat(header(wrong, "WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void wrong_tokens_are_not_verified_without_end() {
        try (OwnGateway gateway =
                OwnGateway.start("RATE_LIMIT_PER_MINUTE=2", "CONVERSATION_SERVICE_URL=" + CONVERSATION.url())) {
            List<Integer> statuses = IntStream.range(0, 4)
                    .mapToObj(i -> gateway.client()
                            .get("/api/v1/users/me", "Authorization", "Bearer " + token("user") + i)
                            .statusCode())
                    .toList();

            assertThat(statuses).containsExactly(401, 401, 429, 429);
        }
    }

    @Test
    void where_everybody_may_go_an_old_token_does_no_harm() {
        assertThat(client.get("/test/open", "Authorization", "Bearer expired").statusCode())
                .isEqualTo(200);
    }

    @Test
    void only_administrators_see_in_the_health_report_where_things_are() {
        String address = CONVERSATION.url();

        assertThat(health("Bearer " + token("admin"))).contains(address);
        assertThat(health("Bearer " + token("user"))).doesNotContain("127.0.0.1");
        assertThat(health("Bearer nonsense")).doesNotContain("127.0.0.1");
        assertThat(client.get("/api/health/detailed").body()).doesNotContain("127.0.0.1");
    }

    private String health(String authorization) {
        return client.get("/api/health/detailed", "Authorization", authorization)
                .body();
    }

    private static String token(String role) {
        return token(claims(role));
    }

    private static String token(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(new JOSEObjectType("at+jwt"))
                            .keyID(KEY.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(KEY));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet claims(String role) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer("parley")
                .audience("parley")
                .subject(UUID.randomUUID().toString())
                .jwtID("1")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .claim("sid", UUID.randomUUID().toString())
                .claim("roles", List.of(role))
                .build();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("gate").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
