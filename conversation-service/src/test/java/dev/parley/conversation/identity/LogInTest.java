package dev.parley.conversation.identity;

import static dev.parley.conversation.identity.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.conversation.identity.People.Answer;
import dev.parley.platform.problem.ProblemException;
import dev.parley.testing.backing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passwords, and how often one may try. */
@IdentityWithMails
class LogInTest {
    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final People people;

    LogInTest(@Autowired TestDatabase database, @Autowired Attempts attempts, @LocalServerPort int port) {
        this.jdbc = JdbcClient.create(database.dataSource());
        this.attempts = attempts;
        this.people = new People(port);
        // All tests come from one address.
        jdbc.sql("delete from attempt").update();
    }

    @Test
    void an_unknown_email_and_a_wrong_password_get_the_same_answer() {
        String email = People.newEmail();
        people.register(email);

        Answer wrong = people.logIn(email, "another horse battery staple");
        Answer unknown = people.logIn(People.newEmail(), PASSWORD);

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.text("code")).isEqualTo("invalid_credentials").isEqualTo(unknown.text("code"));
        assertThat(wrong.text("detail")).isEqualTo(unknown.text("detail"));
    }

    @Test
    void after_five_failures_an_account_has_to_wait_whether_it_is_there_or_not() {
        String email = People.newEmail();
        people.register(email);

        for (String whom : List.of(email, People.newEmail())) {
            for (int i = 0; i < 5; i++) {
                assertThat(people.logIn(whom, "wrong").status()).isEqualTo(401);
            }
            Answer refused = people.logIn(whom, PASSWORD);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.text("code")).isEqualTo("too_many_attempts");
            String wait = String.valueOf(refused.headers().getFirst("Retry-After"));
            assertThat(Integer.parseInt(wait)).isBetween(1, 30);
            assertThat(refused.text("detail")).startsWith("It was tried too often. Come again in " + wait + " second");
        }
    }

    @Test
    void many_guesses_at_once_get_no_further_than_one_after_the_other() {
        String email = People.newEmail();
        people.register(email);

        List<Integer> statuses =
                People.atOnce(30, () -> people.logIn(email, "wrong").status());

        assertThat(statuses.stream().filter(status -> status == 401)).hasSize(5);
        assertThat(statuses.stream().filter(status -> status == 429)).hasSize(25);
    }

    @Test
    void what_was_tried_more_than_ten_minutes_ago_counts_no_more() {
        String email = People.newEmail();
        people.register(email);

        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(people.logIn(email, "wrong").status()).isEqualTo(401);
            }
            jdbc.sql("update attempt set began_at = began_at - interval '11 minutes'")
                    .update();
        }

        assertThat(people.logIn(email, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void a_good_attempt_takes_back_its_own_wait_and_no_other() {
        attempts.count("own", 1);
        attempts.takeBack("own", 1);
        attempts.count("own", 1);

        jdbc.sql("update attempt set blocked_until = now()").update();
        attempts.count("own", 1);
        attempts.takeBack("own", 1);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> attempts.count("own", 1))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.TOO_MANY_ATTEMPTS));
    }

    @Test
    void a_right_password_makes_up_for_wrong_ones_before() {
        String email = People.newEmail();
        people.register(email);

        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                people.logIn(email, "wrong");
            }
            assertThat(people.logIn(email, PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void no_sign_in_begins_with_a_password_that_was_replaced_while_it_was_checked(
            @Autowired LogIn logIn, @Autowired Beginning beginning) {
        String email = People.newEmail();
        people.register(email);
        Client client = new Client("192.0.2.1", null);
        Account checked = logIn.logIn(Email.of(email), People.PASSWORD, client);
        jdbc.sql("update account set password_hash = 'another' where email_key = :key")
                .param("key", Email.of(email).key())
                .update();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> beginning.begin(checked, client, "sign_in"))
                .extracting(ProblemException::code)
                .isEqualTo(ProblemCode.INVALID_CREDENTIALS);
    }
}
