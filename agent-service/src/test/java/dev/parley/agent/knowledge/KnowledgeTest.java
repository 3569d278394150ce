package dev.parley.agent.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.agent.knowledge.text.Samples;
import dev.parley.agent.turn.AgentTest;
import dev.parley.agent.turn.Member;
import dev.parley.agent.turn.Member.Answer;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.PermanentFailure;
import dev.parley.testing.backing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Documents from their arrival until they are found, and gone. */
@AgentTest
class KnowledgeTest {
    private static final String DOCUMENTS = "/api/v1/knowledge/documents";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PENGUINS = "Emperor penguins breed in winter on the Antarctic ice.";

    private final Member ada;
    private final Member bob;
    private final JdbcClient owner;

    KnowledgeTest(@LocalServerPort int port, @Autowired TestDatabase database) {
        this.ada = new Member(port);
        this.bob = new Member(port);
        this.owner = JdbcClient.create(database.dataSource());
    }

    @Test
    void a_text_is_taken_in_and_found_by_its_meaning_and_by_its_words() {
        JsonNode document = taken(text("Penguins", PENGUINS));
        taken(text("Taxes", "Invoice ZX-4711 is to be paid by the end of March."));

        assertThat(document.path("status").asString()).isEqualTo("ready");
        assertThat(document.path("type").asString()).isEqualTo("txt");
        assertThat(document.path("chunks").asInt()).isEqualTo(1);
        assertThat(document.path("bytes").asInt()).isEqualTo(PENGUINS.length());
        assertThat(document.path("error").isNull()).isTrue();
        JsonNode best = search(ada, "Where do birds of the south pole raise their young?")
                .path(0);
        assertThat(best.path("title").asString()).isEqualTo("Penguins");
        assertThat(best.path("document_id").asString())
                .isEqualTo(document.path("id").asString());
        assertThat(best.path("chunk").asInt()).isZero();
        assertThat(best.path("score").asDouble()).isBetween(0.2, 1.0);
        assertThat(best.path("snippet").asString()).isEqualTo(PENGUINS);
        assertThat(search(ada, "zx-4711").path(0).path("title").asString()).isEqualTo("Taxes");
        assertThat(ada.get("/api/v1/jobs/" + document.path("job_id").asString())
                        .json()
                        .path("result")
                        .path("chunks")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void nobody_else_finds_sees_or_deletes_it() {
        String id = taken(text("Penguins", PENGUINS)).path("id").asString();
        taken(bob, bob.post(DOCUMENTS, Map.of("title", "Bread", "text", "Bread is baked of flour and water.")));

        assertThat(search(bob, "penguins in Antarctica").valueStream())
                .extracting(found -> found.path("title").asString())
                .containsExactly("Bread");
        assertThat(Stream.of(bob.get(DOCUMENTS + "/" + id), bob.delete(DOCUMENTS + "/" + id)))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(404));
        assertThat(bob.get(DOCUMENTS).json().path("items")).hasSize(1);
        assertThat(search(ada, "penguins")).hasSize(1);
    }

    @Test
    void files_of_all_types_are_taken_in() {
        List<JsonNode> documents = Stream.of(
                        file("guide.pdf", Samples.pdf("The warranty lasts two years.")),
                        file("guide.docx", Samples.docx("Shipping", "Parcels leave the house on Tuesdays.")),
                        file("page.html", "<html><h1>Menu</h1><p>Soup costs four euros.</p></html>".getBytes(UTF_8)),
                        file("notes.md", "# Garden\n\nTomatoes want sun.".getBytes(UTF_8)))
                .map(this::taken)
                .toList();

        assertThat(documents)
                .extracting(document -> document.path("type").asString())
                .containsExactly("pdf", "docx", "html", "md");
        assertThat(documents)
                .extracting(document -> document.path("title").asString())
                .containsExactly("guide", "guide", "page", "notes");
        assertThat(search(ada, "How long is the warranty?")
                        .path(0)
                        .path("snippet")
                        .asString())
                .isEqualTo("The warranty lasts two years.");
        assertThat(search(ada, "When are parcels sent?").path(0).path("snippet").asString())
                .contains("Shipping", "Tuesdays");
    }

    @Test
    void what_only_shows_when_it_is_read_ends_as_failed_and_may_be_tried_again() {
        JsonNode failed = taken(file("locked.pdf", Samples.pdf("secret", new String[] {"text"})));
        Answer again = file("locked.pdf", Samples.pdf("secret", new String[] {"text"}));

        assertThat(failed.path("status").asString()).isEqualTo("failed");
        assertThat(failed.path("error").path("code").asString()).isEqualTo("encrypted_document");
        assertThat(failed.path("error").path("detail").asString()).contains("password");
        JsonNode job =
                ada.get("/api/v1/jobs/" + failed.path("job_id").asString()).json();
        assertThat(job.path("status").asString()).isEqualTo("failed");
        assertThat(job.path("error").path("code").asString()).isEqualTo("encrypted_document");
        assertThat(again.status()).isEqualTo(202);
        assertThat(search(ada, "text")).isEmpty();
    }

    @Test
    void the_same_content_is_the_same_document() {
        JsonNode first = taken(text("Penguins", PENGUINS));
        Answer again = text("Birds", PENGUINS);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text("document_id")).isEqualTo(first.path("id").asString());
        assertThat(again.text("job_id")).isEqualTo(first.path("job_id").asString());
        assertThat(ada.get(DOCUMENTS).json().path("items")).hasSize(1);
        assertThat(files(ada)).isEqualTo(1);
    }

    @Test
    void the_same_content_twice_at_once_is_one_document() throws Exception {
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> upload = () -> text("Penguins", PENGUINS);
            List<Answer> answers = both.invokeAll(Collections.nCopies(8, upload)).stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(answers).extracting(Answer::status).containsOnly(202);
            assertThat(answers)
                    .extracting(Answer::body)
                    .containsOnly(answers.getFirst().body());
            taken(answers.getFirst());
        }
        assertThat(files(ada)).isEqualTo(1);
    }

    @Test
    void room_is_put_aside_for_what_is_being_taken_in(
            @Autowired IngestedDocuments documents, @Autowired TransactionOperations transactions) {
        JsonNode first = taken(text("Penguins", PENGUINS));
        UUID second = UUID.fromString(taken(text("Bread", "Bread is baked of flour and water."))
                .path("id")
                .asString());
        String tenant = TenantScope.nameOf(ada.principal());

        try (TenantScope _ = TenantScope.of(ada.principal())) {
            assertThat(transactions.<Long>execute(_ -> documents.reserve(second, tenant, 9, 10)))
                    .isZero();
            assertThatThrownBy(() -> transactions.execute(_ ->
                            documents.reserve(UUID.fromString(first.path("id").asString()), tenant, 2, 10)))
                    .isInstanceOf(PermanentFailure.class)
                    .hasMessageStartingWith("too_many_documents");
            assertThatThrownBy(() -> transactions.execute(_ -> documents.reserve(UUID.randomUUID(), tenant, 0, 100)))
                    .hasMessageStartingWith("document_deleted");
        }
    }

    @Test
    void one_that_failed_is_tried_again() {
        byte[] empty = Samples.pdf("");
        JsonNode first = taken(file("scan.pdf", empty));
        Answer again = file("better-name.pdf", empty);

        assertThat(first.path("error").path("code").asString()).isEqualTo("empty_document");
        assertThat(again.text("document_id")).isEqualTo(first.path("id").asString());
        assertThat(again.text("job_id")).isNotEqualTo(first.path("job_id").asString());
        assertThat(taken(again).path("title").asString()).isEqualTo("better-name");
    }

    @Test
    void a_repeated_request_is_answered_as_the_first() {
        Map<String, String> body = Map.of("title", "Penguins", "text", PENGUINS);
        Answer first = ada.post(DOCUMENTS, body, "Idempotency-Key", "k1");
        Answer again = ada.post(DOCUMENTS, body, "Idempotency-Key", "k1");
        Answer other = ada.post(DOCUMENTS, Map.of("title", "x", "text", "y"), "Idempotency-Key", "k1");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("code")).isEqualTo("idempotency_key_reused");
        taken(first);
        assertThat(files(ada)).isEqualTo(1);
    }

    @Test
    void what_cannot_be_read_is_refused_at_once() {
        problem(file("x.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1}), 415, "unsupported_media_type");
        problem(file("x.txt", new byte[0]), 422, "validation_failed");
        problem(file("x.txt", "  \n ".getBytes(UTF_8)), 422, "validation_failed");
        problem(file("x.txt", new byte[20 * 1024 * 1024 + 1]), 413, "payload_too_large");
        problem(text("", PENGUINS), 422, "validation_failed");
        problem(text("x", " "), 422, "validation_failed");
        problem(text("x".repeat(301), "y"), 422, "validation_failed");
        problem(ada.post(DOCUMENTS, MediaType.TEXT_PLAIN, "x".getBytes(UTF_8)), 415, "unsupported_media_type");
        problem(
                ada.post(
                        DOCUMENTS,
                        MediaType.parseMediaType("multipart/form-data; boundary=b"),
                        "--b--".getBytes(UTF_8)),
                422,
                "validation_failed");
        problem(
                ada.post(DOCUMENTS, MediaType.MULTIPART_FORM_DATA, "no boundary".getBytes(UTF_8)),
                400,
                "malformed_request");
        problem(ada.post("/api/v1/knowledge/search", Map.of("query", "")), 422, "validation_failed");
        problem(ada.post("/api/v1/knowledge/search", Map.of("query", "x", "limit", 51)), 422, "validation_failed");
        assertThat(ada.get(DOCUMENTS).json().path("items")).isEmpty();
        assertThat(files(ada)).isZero();
    }

    @Test
    void what_is_deleted_is_gone_with_all_that_was_made_of_it() {
        String id = taken(text("Penguins", PENGUINS)).path("id").asString();
        taken(text("Bread", "Bread is baked of flour and water."));
        assertThat(search(ada, "penguins")).hasSize(2);

        assertThat(ada.delete(DOCUMENTS + "/" + id).status()).isEqualTo(204);

        assertThat(ada.get(DOCUMENTS + "/" + id).status()).isEqualTo(404);
        assertThat(ada.delete(DOCUMENTS + "/" + id).status()).isEqualTo(404);
        assertThat(search(ada, "penguins").valueStream())
                .extracting(found -> found.path("title").asString())
                .containsExactly("Bread");
        assertThat(files(ada)).isEqualTo(1);
        assertThat(rows("chunk", id) + rows("chunk_vector", id) + rows("words.of_chunk", id))
                .isZero();
    }

    @Test
    void the_list_goes_on_where_it_ended_newest_first() {
        for (String title : List.of("one", "two", "three")) {
            taken(text(title, "This is " + title + "."));
        }
        JsonNode page = ada.get(DOCUMENTS + "?limit=2").json();
        JsonNode rest = ada.get(DOCUMENTS + "?limit=2&cursor="
                        + page.path("next_cursor").asString())
                .json();

        assertThat(titles(page)).containsExactly("three", "two");
        assertThat(titles(rest)).containsExactly("one");
        assertThat(rest.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void a_document_that_is_deleted_while_it_is_taken_in_leaves_nothing() {
        Answer answer = text("Long", ("A sentence about something else. ".repeat(30) + "\n\n").repeat(40));
        await().atMost(SOON)
                .until(() -> !ada.get(DOCUMENTS + "/" + answer.text("document_id"))
                        .text("status")
                        .equals("queued"));
        ada.delete(DOCUMENTS + "/" + answer.text("document_id"));

        await().atMost(SOON)
                .until(() -> !ada.get("/api/v1/jobs/" + answer.text("job_id"))
                        .json()
                        .path("finished_at")
                        .isNull());
        assertThat(rows("chunk", answer.text("document_id"))).isZero();
        assertThat(files(ada)).isZero();
    }

    @Test
    void a_long_text_says_how_far_it_is_and_stops_when_it_is_cancelled() {
        Answer answer = text("Long", ("Another sentence about something. ".repeat(30) + "\n\n").repeat(400));
        String job = "/api/v1/jobs/" + answer.text("job_id");
        await().atMost(SOON).until(() -> ada.get(job).text("stage").equals("embedding"));

        assertThat(ada.post(job + "/cancel", List.of()).status()).isEqualTo(202);

        JsonNode document = taken(answer);
        assertThat(document.path("status").asString()).isEqualTo("failed");
        assertThat(document.path("error").path("code").asString()).isEqualTo("cancelled");
        assertThat(ada.get(job).text("status")).isEqualTo("cancelled");
        assertThat(rows("chunk", answer.text("document_id"))).isZero();
    }

    private Answer text(String title, String text) {
        return ada.post(DOCUMENTS, Map.of("title", title, "text", text));
    }

    private Answer file(String name, byte[] content) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--b--\r\n".getBytes(UTF_8));
        return ada.post(DOCUMENTS, MediaType.parseMediaType("multipart/form-data; boundary=b"), body.toByteArray());
    }

    private JsonNode taken(Answer answer) {
        return taken(ada, answer);
    }

    private static JsonNode taken(Member member, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        String path = DOCUMENTS + "/" + answer.text("document_id");
        return await().atMost(SOON)
                .until(
                        () -> member.get(path).json(),
                        document -> List.of("ready", "failed")
                                .contains(document.path("status").asString()));
    }

    private static JsonNode search(Member member, String query) {
        Answer answer = member.post("/api/v1/knowledge/search", Map.of("query", query));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("items");
    }

    private static List<String> titles(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(document -> document.path("title").asString())
                .toList();
    }

    private static void problem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }

    private int files(Member member) {
        return owner.sql("select count(distinct f.id) from stored_file f join file_piece p on p.file_id = f.id"
                        + " where f.tenant = :tenant")
                .param("tenant", "user:" + member.id())
                .query(Integer.class)
                .single();
    }

    private int rows(String table, String document) {
        return owner.sql("select count(*) from " + table + " where document_id = :id")
                .param("id", UUID.fromString(document))
                .query(Integer.class)
                .single();
    }
}
