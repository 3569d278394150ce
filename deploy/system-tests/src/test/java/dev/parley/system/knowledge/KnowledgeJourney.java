package dev.parley.system.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.system.identity.Person;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.Stack;
import dev.parley.system.visitor.Json;
import dev.parley.system.visitor.Question;
import dev.parley.system.visitor.Reply;
import dev.parley.system.visitor.Truths;
import dev.parley.system.visitor.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody brings documents, is answered from them with citations, and takes them away again. */
@Journey
class KnowledgeJourney {
    private static final String DOCUMENTS = "/api/v1/knowledge/documents";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String RULE = "Whoever cancels a booking less than two days before pays half of the price.";
    private static final String QUESTION = "What does it cost to cancel a booking?";

    private final Visitor anybody;
    private final Visitor ada;

    KnowledgeJourney(Stack stack) {
        this.anybody = stack.visitor().nameless();
        this.ada = Person.register(anybody).visitor();
    }

    @Test
    void a_document_is_taken_in_answered_from_cited_and_gone_when_it_is_deleted() {
        Reply brought = ada.post(
                DOCUMENTS,
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Terms.md\"\r\n\r\n# Terms\n\n" + RULE
                        + "\r\n--b--\r\n",
                "Content-Type",
                "multipart/form-data; boundary=b");
        assertThat(brought.status()).as(brought.toString()).isEqualTo(202);
        String document = Person.text(brought, "document_id");

        Reply events = ada.get("/api/v1/jobs/" + Person.text(brought, "job_id") + "/events");
        assertThat(events.body()).contains("event: job_end", "\"status\":\"succeeded\"");
        assertThat(Person.text(ada.get(DOCUMENTS + "/" + document), "status")).isEqualTo("ready");
        assertThat(search(ada).path(0).path("document_id").asString()).isEqualTo(document);

        Reply answer = ada.post(Question.of(QUESTION));
        assertThat(Person.text(answer, "ai_response")).contains(RULE);
        JsonNode citation = answer.json().path("citations").path(0);
        assertThat(citation.path("document_id").asString()).isEqualTo(document);
        assertThat(citation.path("title").asString()).isEqualTo("Terms");
        List<JsonNode> messages = await().atMost(SOON)
                .ignoreException(AssertionError.class)
                .until(() -> ada.messages(Person.text(answer, "conversation_id")), stored -> stored.size() == 2);
        assertThat(messages.getLast().path("citations").path(0)).isEqualTo(citation);

        assertThat(ada.delete(DOCUMENTS + "/" + document).status()).isEqualTo(204);
        assertThat(search(ada)).isEmpty();
        Reply later = ada.post(Question.of(QUESTION));
        assertThat(later.json().path("citations")).isEmpty();
        assertThat(Person.text(later, "ai_response")).doesNotContain(RULE);
    }

    @Test
    void what_cannot_be_taken_in_is_refused_and_changes_nothing() {
        String large = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.txt\"\r\n\r\n"
                + "0123456789".repeat(2_300_000) + "\r\n--b--\r\n";
        Truths.problem(
                ada.post(DOCUMENTS, large, "Content-Type", "multipart/form-data; boundary=b"),
                413,
                "payload_too_large");
        Truths.problem(ada.post(DOCUMENTS, "x", "Content-Type", "text/plain"), 415, "unsupported_media_type");
        Truths.invalid(ada.post(DOCUMENTS, Json.write(Map.of("title", "x", "text", ""))), "text");
        assertThat(ada.get(DOCUMENTS).json().path("items")).isEmpty();
    }

    @Test
    void nobody_is_answered_from_what_somebody_else_has_brought() {
        Reply brought = ada.post(DOCUMENTS, Json.write(Map.of("title", "Terms", "text", RULE)));
        await().atMost(SOON)
                .until(() -> Person.text(ada.get(DOCUMENTS + "/" + Person.text(brought, "document_id")), "status")
                        .equals("ready"));

        Visitor bob = Person.register(anybody).visitor();
        assertThat(search(bob)).isEmpty();
        assertThat(bob.post(Question.of(QUESTION)).json().path("citations")).isEmpty();
    }

    private static JsonNode search(Visitor somebody) {
        return somebody.post("/api/v1/knowledge/search", Json.write(Map.of("query", QUESTION)))
                .json()
                .path("items");
    }
}
