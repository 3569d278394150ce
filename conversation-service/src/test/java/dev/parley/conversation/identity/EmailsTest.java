package dev.parley.conversation.identity;

import static dev.parley.conversation.identity.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.conversation.identity.People.Answer;
import dev.parley.testing.backing.TestDatabase;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdentityWithMails
class EmailsTest {
    private static final String FORGOT = "/api/v1/auth/password/forgot";
    private static final String RESET = "/api/v1/auth/password/reset";
    private static final String VERIFY = "/api/v1/auth/verify";
    private static final String ME = "/api/v1/users/me";
    private static final String NEW_PASSWORD = "four walruses repair bicycles";

    private final JdbcClient jdbc;
    private final People people;
    private final String email = People.newEmail();

    EmailsTest(@Autowired TestDatabase database, @LocalServerPort int port) {
        this.jdbc = JdbcClient.create(database.dataSource());
        this.people = new People(port);
        jdbc.sql("delete from attempt").update();
    }

    @Test
    void who_registers_gets_a_mail_and_confirms_the_address_by_it() {
        Answer registered = people.register(email);
        String access = registered.text("access_token");
        assertThat(people.get(ME, access).body().path("email_verified").asBoolean())
                .isFalse();

        MimeMessage mail = mail(1);

        assertThat(PostOffice.text(mail)).contains("https://parley.example.com/account/verify#token=pmt_");
        assertThat(PostOffice.html(mail)).contains("href=\"https://parley.example.com/account/verify#token&#x3D;pmt_");
        Answer confirmed = people.post(VERIFY, Map.of("token", PostOffice.tokenIn(mail)));
        assertThat(confirmed.status()).isEqualTo(204);
        assertThat(people.get(ME, access).body().path("email_verified").asBoolean())
                .isTrue();
        assertThat(actions(registered)).contains("email_verified");
        refused(people.post(VERIFY, Map.of("token", PostOffice.tokenIn(mail))));
    }

    @Test
    void a_mail_that_is_asked_for_again_makes_the_one_before_useless() {
        String access = people.register(email).text("access_token");
        String first = PostOffice.tokenIn(mail(1));

        assertThat(people.send(HttpMethod.POST, VERIFY + "/send", Map.of(), access)
                        .status())
                .isEqualTo(202);

        String second = PostOffice.tokenIn(mail(2));
        refused(people.post(VERIFY, Map.of("token", first)));
        assertThat(people.post(VERIFY, Map.of("token", second)).status()).isEqualTo(204);
        assertThat(people.send(HttpMethod.POST, VERIFY + "/send", Map.of(), access)
                        .status())
                .isEqualTo(202);
        assertThat(waiting("account-mail")).isZero();
        assertThat(people.post(VERIFY + "/send", Map.of()).status()).isEqualTo(401);
    }

    @Test
    void a_forgotten_password_is_replaced_and_all_sign_ins_end() {
        Answer registered = people.register(email);
        mail(1);

        assertThat(forgot(email).status()).isEqualTo(202);

        String token = PostOffice.tokenIn(mail(2));
        assertThat(reset(token, NEW_PASSWORD).status()).isEqualTo(204);
        assertThat(people.refresh(registered.text("refresh_token")).status()).isEqualTo(401);
        assertThat(people.logIn(email, PASSWORD).status()).isEqualTo(401);
        assertThat(people.logIn(email, NEW_PASSWORD).status()).isEqualTo(200);
        assertThat(actions(registered)).contains("password_reset_requested", "password_reset");
        refused(reset(token, "five walruses repair bicycles"));
    }

    @Test
    void an_unknown_address_gets_the_same_answer_and_no_mail() {
        people.register(email);
        mail(1);
        String unknown = People.newEmail();

        Answer known = forgot(email);
        Answer strange = forgot(unknown);

        assertThat(strange.status()).isEqualTo(known.status()).isEqualTo(202);
        assertThat(strange.body()).isEqualTo(known.body());
        assertThat(strange.headers().headerNames()).isEqualTo(known.headers().headerNames());
        mail(2);
        await().until(() -> waiting("password-forgotten") == 0 && waiting("account-mail") == 0);
        assertThat(PostOffice.mailsTo(unknown)).isEmpty();
    }

    @Test
    void who_is_locked_gets_no_mail_and_uses_none() {
        Answer registered = people.register(email);
        String confirmation = PostOffice.tokenIn(mail(1));
        forgot(email);
        String token = PostOffice.tokenIn(mail(2));
        jdbc.sql("update account set locked_at = now() where id = cast(:id as uuid)")
                .param("id", idOf(registered))
                .update();

        refused(reset(token, NEW_PASSWORD));
        refused(people.post(VERIFY, Map.of("token", confirmation)));
        forgot(email);
        await().until(() -> waiting("password-forgotten") == 0 && waiting("account-mail") == 0);
        assertThat(PostOffice.mailsTo(email)).hasSize(2);
    }

    @Test
    void nobody_fills_the_mailbox_of_another() {
        people.register(email);
        for (int i = 0; i < 8; i++) {
            assertThat(forgot(email).status()).isEqualTo(202);
        }

        // That which confirms the address is one more: it does not count against those that were asked for.
        mail(6);
        await().until(() -> waiting("password-forgotten") == 0 && waiting("account-mail") == 0);
        assertThat(PostOffice.mailsTo(email)).hasSize(6);
    }

    @Test
    void an_address_asks_so_often_and_no_more() {
        for (int i = 0; i < 50; i++) {
            assertThat(forgot(People.newEmail()).status()).isEqualTo(202);
        }

        Answer refused = forgot(email);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("code")).isEqualTo("too_many_attempts");
        assertThat(refused.headers().getFirst("Retry-After")).isNotNull();
    }

    @Test
    void a_token_is_good_for_once_though_many_use_it_at_once() {
        people.register(email);
        mail(1);
        forgot(email);
        String token = PostOffice.tokenIn(mail(2));

        List<Integer> statuses = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> reset(token, NEW_PASSWORD).status()))
                .limit(6)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 400);
    }

    @Test
    void a_token_expires_and_is_good_for_nothing_but_its_own_purpose() {
        people.register(email);
        String confirmation = PostOffice.tokenIn(mail(1));
        refused(reset(confirmation, NEW_PASSWORD));
        jdbc.sql("update email_token set expires_at = now()").update();

        refused(people.post(VERIFY, Map.of("token", confirmation)));
    }

    @Test
    void a_password_that_is_guessed_easily_is_refused_and_the_token_stays_good() {
        people.register(email);
        mail(1);
        forgot(email);
        String token = PostOffice.tokenIn(mail(2));

        assertThat(reset(token, "password1234").status()).isEqualTo(422);
        assertThat(reset(token, NEW_PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void who_was_kept_out_by_guesses_gets_in_with_the_new_password() {
        people.register(email);
        mail(1);
        for (int i = 0; i < 5; i++) {
            people.logIn(email, "wrong");
        }
        assertThat(people.logIn(email, PASSWORD).status()).isEqualTo(429);
        forgot(email);
        reset(PostOffice.tokenIn(mail(2)), NEW_PASSWORD);

        assertThat(people.logIn(email, NEW_PASSWORD).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pmt_unknown", "prt_unknown", "eyJhbGciOiJub25lIn0.e30.", "🙈"})
    void an_unknown_token_is_refused(String token) {
        refused(people.post(VERIFY, Map.of("token", token)));
        refused(reset(token, NEW_PASSWORD));
    }

    @Test
    void what_cannot_be_right_is_refused() {
        assertThat(forgot("ada").status()).isEqualTo(422);
        assertThat(people.post(FORGOT, Map.of()).status()).isEqualTo(422);
        assertThat(people.post(VERIFY, Map.of()).status()).isEqualTo(422);
        assertThat(people.post(RESET, Map.of("token", "pmt_unknown")).status()).isEqualTo(422);
    }

    @Test
    void neither_an_address_nor_a_token_can_be_read_where_they_wait() {
        people.register(email);
        String token = PostOffice.tokenIn(mail(1));
        forgot(email);
        mail(2);

        List<String> payloads = jdbc.sql("select payload from platform.work")
                .query((row, _) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                .list();
        assertThat(payloads)
                .isNotEmpty()
                .noneMatch(payload -> payload.contains("pmt_"))
                .noneMatch(payload -> payload.toLowerCase(Locale.ROOT).contains("@example.com"));
        assertThat(jdbc.sql("select encode(hash, 'escape') from email_token")
                        .query(String.class)
                        .list())
                .noneMatch(hash -> hash.contains(token));
    }

    private Answer forgot(String whose) {
        return people.post(FORGOT, Map.of("email", whose));
    }

    private Answer reset(String token, String password) {
        return people.post(RESET, Map.of("token", token, "password", password));
    }

    /** The last of so many that have come by then. */
    private MimeMessage mail(int count) {
        return await().until(() -> PostOffice.mailsTo(email), mails -> mails.size() >= count)
                .get(count - 1);
    }

    private int waiting(String kind) {
        return jdbc.sql("select count(*) from platform.work where kind = :kind and state not in ('done', 'dead')")
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    private List<String> actions(Answer registered) {
        return jdbc.sql("select action from audit where :user in (actor, target)")
                .param("user", "user:" + idOf(registered))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static String idOf(Answer registered) {
        return registered.body().path("user").path("id").asString();
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("invalid_email_token");
    }
}
