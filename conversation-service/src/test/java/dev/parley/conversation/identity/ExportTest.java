package dev.parley.conversation.identity;

import static dev.parley.conversation.identity.People.PASSWORD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.conversation.identity.People.Answer;
import dev.parley.testing.backing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody takes all data along. */
@IdentityWithMails
class ExportTest {
    private static final String EXPORT = "/api/v1/users/me/export";
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final Said said;
    private final People people;

    ExportTest(@Autowired TestDatabase database, @LocalServerPort int port) {
        this.jdbc = JdbcClient.create(database.dataSource());
        this.said = new Said(jdbc);
        this.people = new People(port);
        jdbc.sql("delete from attempt").update();
    }

    @Test
    void a_conversation_of_five_thousand_messages_is_there_complete_though_more_come_meanwhile() {
        Answer ada = people.register(People.newEmail());
        UUID user = idOf(ada);
        UUID large = said.conversation(user, 5000, "Large");
        UUID small = said.conversation(user, 2, "Small");

        Answer begun = people.get(EXPORT, ada.text("access_token"));
        for (int more = 5001; more <= 5100; more++) {
            said.add(large, more, more, "Meanwhile");
        }
        Answer made = awaitEnd(ada);

        assertThat(begun.status()).isIn(202, 200);
        assertThat(begun.headers().getLocation()).hasToString(EXPORT + "/" + made.text("id"));
        assertThat(made.text("status")).isEqualTo("succeeded");
        assertThat(made.body().path("progress").asDouble()).isEqualTo(1);
        byte[] file = people.file(made.text("download_url"), ada.text("access_token"));
        assertThat(file).hasSize(made.body().path("bytes").asInt());
        Map<String, List<JsonNode>> entries = entries(file);
        assertThat(entries)
                .containsOnlyKeys(
                        "README.txt",
                        "account.json",
                        "profile.json",
                        "sessions.jsonl",
                        "audit.jsonl",
                        "conversations/" + small + "/conversation.json",
                        "conversations/" + small + "/messages.jsonl",
                        "conversations/" + large + "/conversation.json",
                        "conversations/" + large + "/messages.jsonl");
        List<JsonNode> messages = entries.getOrDefault("conversations/" + large + "/messages.jsonl", List.of());
        assertThat(messages).hasSizeBetween(5000, 5100);
        for (int place = 1; place <= 5000; place++) {
            assertThat(messages.get(place - 1).path("content").asString()).startsWith("Large " + place + " ");
        }
    }

    @Test
    void account_sign_ins_and_what_was_done_are_in_it_and_no_secret() {
        String email = People.newEmail();
        Answer ada = people.register(email);
        people.logIn(email, PASSWORD);

        Answer made = awaitEnd(ada);

        Map<String, List<JsonNode>> entries = entries(people.file(made.text("download_url"), ada.text("access_token")));
        assertThat(entries.get("account.json"))
                .singleElement()
                .satisfies(
                        account -> assertThat(account.path("email").asString()).isEqualTo(email));
        assertThat(entries.get("sessions.jsonl")).hasSize(2);
        assertThat(entries.get("audit.jsonl"))
                .extracting(entry -> entry.path("action").asString())
                .containsExactly("data_exported", "sign_in", "sign_up");
        assertThat(entries.values().toString()).doesNotContain("argon2", "password", "hash");
        assertThat(jdbc.sql("select action from audit where target = :export and address is not null")
                        .param("export", "export:" + made.text("id"))
                        .query(String.class)
                        .list())
                .containsExactly("export_downloaded");
    }

    @Test
    void who_asks_again_gets_the_same_until_its_time_is_over() {
        Answer ada = people.register(People.newEmail());
        Answer made = awaitEnd(ada);
        assertThat(people.get(EXPORT, ada.text("access_token")).body()).isEqualTo(made.body());

        jdbc.sql("update export set expires_at = now() where id = :id")
                .param("id", UUID.fromString(made.text("id")))
                .update();

        assertThat(people.get(made.text("download_url"), ada.text("access_token"))
                        .status())
                .isEqualTo(404);
        Answer next = awaitEnd(ada);
        assertThat(next.text("id")).isNotEqualTo(made.text("id"));
        assertThat(jdbc.sql("select count(*) from export_chunk where export_id = :id")
                        .param("id", UUID.fromString(made.text("id")))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void nobody_else_sees_it() {
        Answer ada = people.register(People.newEmail());
        Answer made = awaitEnd(ada);
        String bob = people.register(People.newEmail()).text("access_token");

        for (String path : List.of(EXPORT + "/" + made.text("id"), made.text("download_url"))) {
            assertThat(people.get(path, bob).status()).isEqualTo(404);
            assertThat(people.get(path).status()).isEqualTo(401);
        }
        assertThat(people.get(EXPORT + "/" + UUID.randomUUID() + "/file", bob).status())
                .isEqualTo(404);
        assertThat(people.get(EXPORT + "/" + made.text("id"), ada.text("access_token"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_is_too_large_fails_and_leaves_nothing() {
        Answer ada = people.register(People.newEmail());
        said.conversation(idOf(ada), 30_000, "Much");

        Answer failed = awaitEnd(ada);

        assertThat(failed.text("status")).isEqualTo("failed");
        assertThat(failed.text("error")).isEqualTo("too_large");
        assertThat(failed.body().path("download_url").isNull()).isTrue();
        assertThat(jdbc.sql("select count(*) from export_chunk where export_id = :id")
                        .param("id", UUID.fromString(failed.text("id")))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void it_goes_with_its_person() {
        Answer ada = people.register(People.newEmail());
        Answer made = awaitEnd(ada);

        people.delete("/api/v1/users/me", ada.text("access_token"));

        assertThat(people.get(made.text("download_url"), ada.text("access_token"))
                        .status())
                .isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from export where id = :id")
                        .param("id", UUID.fromString(made.text("id")))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Answer awaitEnd(Answer registered) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> people.get(EXPORT, registered.text("access_token")), answer -> answer.status() == 200);
    }

    /** The lines of each file; of what is no JSON none. */
    private static Map<String, List<JsonNode>> entries(byte[] file) {
        Map<String, List<JsonNode>> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String text = new String(zip.readAllBytes(), UTF_8);
                entries.put(
                        entry.getName(),
                        entry.getName().endsWith(".txt")
                                ? List.of()
                                : text.lines().map(JSON::readTree).toList());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return entries;
    }

    private static UUID idOf(Answer registered) {
        return UUID.fromString(registered.body().path("user").path("id").asString());
    }
}
