package dev.parley.system.identity;

import static dev.parley.system.identity.Person.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.system.stack.Journey;
import dev.parley.system.stack.Stack;
import dev.parley.system.visitor.Json;
import dev.parley.system.visitor.Question;
import dev.parley.system.visitor.Reply;
import dev.parley.system.visitor.Truths;
import dev.parley.system.visitor.Visitor;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An account from its making to the end of its sign-ins, and what it is good for. */
@Journey
class SigningInJourney {
    private static final String ME = "/api/v1/users/me";

    private final Visitor anybody;

    SigningInJourney(Stack stack) {
        this.anybody = stack.visitor().nameless();
    }

    @Test
    void whoever_registers_asks_and_finds_the_conversation_again_after_signing_in_elsewhere() {
        Person ada = Person.register(anybody);

        Reply answer = ada.visitor().post(Question.of("Hello!"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        String conversation = Person.text(answer, "conversation_id");
        Visitor elsewhere = anybody.signedIn(Person.text(logIn(ada.email(), PASSWORD), "access_token"));
        await().atMost(Duration.ofSeconds(20))
                .ignoreException(AssertionError.class)
                .until(() -> elsewhere.messages(conversation).size() == 2);
        assertThat(elsewhere.conversations()).hasSize(1);
        assertThat(elsewhere.ask(Question.of("And on?").in(conversation)).text())
                .isNotBlank();
    }

    @Test
    void a_sign_in_is_renewed_until_it_is_ended() {
        Person ada = Person.register(anybody);

        Reply renewed = refresh(ada.refreshToken());
        assertThat(renewed.status()).as(renewed.toString()).isEqualTo(200);
        assertThat(anybody.signedIn(Person.text(renewed, "access_token"))
                        .get(ME)
                        .status())
                .isEqualTo(200);

        Reply out = anybody.post(
                "/api/v1/auth/logout", Json.write(Map.of("refresh_token", Person.text(renewed, "refresh_token"))));
        assertThat(out.status()).isEqualTo(204);
        Truths.problem(refresh(Person.text(renewed, "refresh_token")), 401, "invalid_refresh_token");
        for (String path : new String[] {ME, "/api/chat/turns/" + UUID.randomUUID(), "/api/v1/locations/geocode?q=x"}) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> Truths.problem(ada.visitor().get(path), 401, "invalid_token"));
        }
    }

    @Test
    void a_refresh_token_used_twice_ends_the_sign_in() {
        Person ada = Person.register(anybody);
        Reply second = refresh(ada.refreshToken());
        Reply third = refresh(Person.text(second, "refresh_token"));

        Truths.problem(refresh(ada.refreshToken()), 401, "invalid_refresh_token");

        Truths.problem(refresh(Person.text(third, "refresh_token")), 401, "invalid_refresh_token");
    }

    @Test
    void nothing_else_is_taken_for_an_access_token() {
        Person ada = Person.register(anybody);
        String token = Person.text(ada.registered(), "access_token");

        for (String wrong : new String[] {
            ada.refreshToken(),
            "x",
            token.substring(0, token.lastIndexOf('.') + 1),
            token.substring(0, token.length() - 8),
            token + "x",
        }) {
            Truths.problem(anybody.signedIn(wrong).get(ME), 401, "invalid_token");
            Truths.problem(anybody.signedIn(wrong).get("/api/chat/conversations"), 401, "invalid_token");
        }
        Truths.problem(anybody.get(ME), 401, "credentials_required");
        Truths.problem(anybody.get(ME, "Authorization", "Basic YTpi"), 401, "invalid_token");
    }

    @Test
    void neither_answer_nor_status_tells_whether_an_account_exists() {
        Person ada = Person.register(anybody);

        Reply wrong = logIn(ada.email(), "not it at all");
        Reply unknown = logIn(UUID.randomUUID() + Person.DOMAIN, PASSWORD);

        Truths.problem(wrong, 401, "invalid_credentials");
        Truths.problem(unknown, 401, "invalid_credentials");
        assertThat(Person.text(wrong, "detail")).isEqualTo(Person.text(unknown, "detail"));
    }

    @Test
    void a_registration_that_cannot_be_is_refused_by_field() {
        Truths.invalid(anybody.post("/api/v1/auth/register", "{}"), "email");
        Truths.invalid(register("no address", PASSWORD), "email");
        Truths.invalid(register("a" + Person.DOMAIN, "short"), "password");
        Truths.invalid(register("a" + Person.DOMAIN, "password1234"), "password");
        Truths.problem(anybody.post("/api/v1/auth/register", "{"), 400, "malformed_request");
        Truths.problem(register(Person.register(anybody).email(), PASSWORD), 409, "email_taken");
    }

    private Reply register(String email, String password) {
        return anybody.post(
                "/api/v1/auth/register",
                Json.write(Map.of("email", email, "password", password, "display_name", "Somebody")));
    }

    private Reply logIn(String email, String password) {
        return anybody.post("/api/v1/auth/login", Json.write(Map.of("email", email, "password", password)));
    }

    private Reply refresh(String token) {
        return anybody.post("/api/v1/auth/refresh", Json.write(Map.of("refresh_token", token)));
    }
}
