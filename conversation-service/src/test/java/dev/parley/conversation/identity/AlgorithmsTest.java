package dev.parley.conversation.identity;

import static dev.parley.conversation.identity.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import dev.parley.conversation.ConversationService;
import dev.parley.conversation.identity.People.Answer;
import dev.parley.testing.backing.BackingServices;
import dev.parley.testing.kms.FakeVault;
import java.text.ParseException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;

/** Beside a replica that signs as usual, on the same database, others with settings of their own. */
@BackingServices
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "parley.conversation.stream.enabled=false",
            "ADMIN_EMAIL=root@example.com",
            "ADMIN_PASSWORD=" + PASSWORD
        })
class AlgorithmsTest {
    private static final String ME = "/api/v1/users/me";

    private final Environment usual;

    AlgorithmsTest(@Autowired Environment usual) {
        this.usual = usual;
    }

    @Test
    void tokens_may_be_signed_with_an_elliptic_curve() {
        try (ConfigurableApplicationContext service = start("ALGORITHM=ES256")) {
            People people = people(service);
            String token = people.register(People.newEmail()).text("access_token");

            assertThat(algorithmOf(token)).isEqualTo("ES256");
            assertThat(people.get(ME, token).status()).isEqualTo(200);
            assertThat(people(usual).get(ME, token).status()).isEqualTo(401);
        }
    }

    @Test
    void tokens_may_be_signed_with_a_secret_which_is_not_published() {
        try (ConfigurableApplicationContext service =
                start("ALGORITHM=HS256", "SECRET_KEY=parley-development-secret-that-everybody-knows")) {
            People people = people(service);
            Answer admin = people.logIn("root@example.com", PASSWORD);
            String token = admin.text("access_token");

            assertThat(algorithmOf(token)).isEqualTo("HS256");
            assertThat(people.get(ME, token).status()).isEqualTo(200);
            assertThat(people(usual).get(ME, token).status()).isEqualTo(401);
            assertThat(people.get("/.well-known/jwks.json").body().path("keys")).isEmpty();
            Answer rotated = people.send(HttpMethod.POST, "/api/v1/admin/keys/rotate", Map.of(), token);
            assertThat(rotated.status()).isEqualTo(409);
            assertThat(rotated.text("code")).isEqualTo("no_signing_keys");
        }
    }

    @Test
    void a_secret_that_does_not_open_the_signing_key_is_told_at_the_start() {
        String other = "SECRET_KEY=another-secret-than-before-0123456789";

        assertThatThrownBy(() -> start(other).close())
                .hasStackTraceContaining("SECRET_KEY is not accepted")
                .hasStackTraceContaining("SECRET_KEY_PREVIOUS");
        try (ConfigurableApplicationContext service =
                start(other, "SECRET_KEY_PREVIOUS=parley-development-secret-that-everybody-knows")) {
            String token = people(service).register(People.newEmail()).text("access_token");
            assertThat(people(usual).get(ME, token).status()).isEqualTo(200);
        }
    }

    @Test
    void the_secret_may_be_a_key_of_a_key_management_service_that_follows_a_text() {
        try (FakeVault vault = new FakeVault();
                ConfigurableApplicationContext service = start(
                        "SECRET_KEY=" + vault.key("parley"),
                        "SECRET_KEY_PREVIOUS=parley-development-secret-that-everybody-knows",
                        "VAULT_TOKEN=" + FakeVault.TOKEN)) {
            String token = people(service).register(People.newEmail()).text("access_token");
            assertThat(people(usual).get(ME, token).status()).isEqualTo(200);
        }
    }

    private ConfigurableApplicationContext start(String... variables) {
        Stream<String> same = Stream.of(
                        "CONVERSATION_DATABASE_URL", "CONVERSATION_DATABASE_MIGRATION_URL", "KAFKA_BOOTSTRAP_SERVERS")
                .map(name -> name + "=" + usual.getProperty(name, ""));
        Stream<String> own =
                Stream.of("server.port=0", "management.server.port=0", "parley.conversation.stream.enabled=false");
        return new SpringApplicationBuilder(ConversationService.class)
                .run(Stream.of(same, own, Stream.of(variables))
                        .flatMap(each -> each)
                        .map(variable -> "--" + variable)
                        .toArray(String[]::new));
    }

    private static People people(ConfigurableApplicationContext service) {
        return people(service.getEnvironment());
    }

    private static People people(Environment service) {
        return new People(service.getRequiredProperty("local.server.port", Integer.class));
    }

    private static String algorithmOf(String token) {
        try {
            return SignedJWT.parse(token).getHeader().getAlgorithm().getName();
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
