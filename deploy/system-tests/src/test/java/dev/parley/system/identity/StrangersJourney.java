package dev.parley.system.identity;

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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Somebody owns one of everything, and everybody else tries every call that is documented on it. A new call is tried without
 * a change here; a new kind of thing has to be made in {@link #belongings}.
 */
@Journey
class StrangersJourney {
    /** What everybody may call. Another one is added by decision, never by oversight. */
    private static final List<String> OPEN = List.of(
            "GET /.well-known/jwks.json",
            "POST /api/v1/auth/register",
            "POST /api/v1/auth/login",
            "POST /api/v1/auth/refresh",
            "POST /api/v1/auth/logout",
            "POST /api/v1/auth/password/forgot",
            "POST /api/v1/auth/password/reset",
            "POST /api/v1/auth/verify",
            "GET /api/tools",
            "GET /api/tools/{tool_id}",
            "GET /health",
            "GET /api/health",
            "GET /api/health/detailed",
            "GET /api/v1/health",
            "GET /api/v1/health/db",
            "GET /api/v1/health/redis",
            "GET /metrics",
            "GET /api/monitoring/metrics",
            "GET /openapi.json",
            "GET /asyncapi.json");

    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);

    private final Visitor anybody;
    private final List<Operation> operations;
    private final Person owner;
    private final Map<String, String> belongings;

    StrangersJourney(Stack stack) {
        this.anybody = stack.visitor().nameless();
        this.operations = Operation.all(anybody.get("/openapi.json").json());
        this.owner = Person.register(anybody);
        this.belongings = belongings(owner.visitor());
    }

    @Test
    void whoever_owns_a_thing_reads_it() {
        assertThat(reads())
                .isNotEmpty()
                .allSatisfy(read -> assertThat(
                                read.call(owner.visitor(), filled(read)).status())
                        .as(read.toString())
                        .isBetween(200, 204));
    }

    @Test
    void nobody_else_gets_anything_of_it_or_changes_it() {
        Map<Operation, String> before = seenByOwner();
        Visitor other = Person.register(anybody).visitor();
        Visitor visitor = anybody.stranger();

        for (Operation operation : operations) {
            if (!operation.isOpen() && operation.namesSomebodysOwn()) {
                refused(operation, other, operation.isForAdministrators() ? 403 : 404);
                refused(operation, visitor, operation.isForVisitors() ? 404 : 401);
                refused(operation, anybody, 401);
            }
        }

        assertThat(seenByOwner()).isEqualTo(before);
    }

    @Test
    void nothing_is_open_that_is_not_meant_to_be() {
        assertThat(operations.stream().filter(Operation::isOpen).map(Operation::toString))
                .containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void without_credentials_nothing_answers_but_what_says_so() {
        for (Operation operation : operations) {
            if (!operation.isOpen()) {
                refused(operation, anybody, 401);
            }
            if (!operation.isOpen() && !operation.isForVisitors()) {
                refused(operation, anybody.stranger(), 401);
            }
        }
    }

    @Test
    void what_administrators_do_is_forbidden_to_all_others() {
        assertThat(operations)
                .filteredOn(Operation::isForAdministrators)
                .isNotEmpty()
                .allSatisfy(operation -> {
                    refused(operation, owner.visitor(), 403);
                    refused(operation, anybody.stranger(), 401);
                });
    }

    /** Secrets come in where they do not belong, and texts that a database or a parser could trip over. */
    @Test
    void no_refusal_repeats_a_secret_or_tells_what_is_inside() {
        String token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJyb290In0.";
        List<String> bodies = List.of(
                "{\"password\":\"" + Person.PASSWORD + "\",",
                "{\"password\":[\"" + Person.PASSWORD + "\"],\"refresh_token\":{\"is\":\"" + token + "\"}}",
                "[\"'; select * from account --\", \"" + Person.PASSWORD + "\"]");

        Visitor person = Person.register(anybody).visitor();
        for (Operation operation : operations) {
            String path = operation.path().replaceAll("\\{[^}]*\\}", "%27%3B%20select%201%20--");
            String method = operation.method();
            for (Visitor caller : List.of(person, anybody.stranger(), anybody.signedIn(token))) {
                bodies.forEach(body -> tellsNothing(caller.send(method, path, method.equals("GET") ? "" : body)));
            }
        }
    }

    private static void tellsNothing(Reply reply) {
        if (reply.status() >= 400) {
            Truths.nothingInside(reply);
            assertThat(reply.body()).doesNotContain(Person.PASSWORD);
        }
    }

    private void refused(Operation operation, Visitor caller, int status) {
        Reply reply = operation.call(caller, filled(operation));
        assertThat(REFUSALS).contains(status);
        String code = status == 401 ? "credentials_required" : status == 403 ? "forbidden" : "not_found";
        if (operation.hasOwnNames() && status == 404) {
            assertThat(reply.status()).as(operation.toString()).isEqualTo(204);
        } else if (operation.isOpenAi()) {
            Truths.openAiError(reply, status, code);
        } else {
            Truths.problem(reply, status, code);
        }
    }

    /** What reads a single thing, or all of them. */
    private List<Operation> reads() {
        return operations.stream()
                .filter(operation -> operation.method().equals("GET")
                        && !operation.isOpen()
                        && !operation.isForAdministrators()
                        && !operation.path().endsWith("/stream"))
                .toList();
    }

    private Map<Operation, String> seenByOwner() {
        Map<Operation, String> seen = new LinkedHashMap<>();
        // Places are nobody's, and say whether somebody has asked for them before.
        reads().stream()
                .filter(read -> !read.path().startsWith("/api/v1/locations/"))
                .forEach(read ->
                        seen.put(read, read.call(owner.visitor(), filled(read)).body()));
        return seen;
    }

    /** The path with the owner's own ids in it. */
    private String filled(Operation operation) {
        if (!operation.namesSomething()) {
            return operation.path();
        }
        String kind = operation.path().replaceFirst("\\}.*$", "}");
        String id = belongings.get(kind);
        assertThat(id).as("an example for " + kind).isNotNull();
        return operation.path().replaceFirst("\\{[^}]*\\}", String.valueOf(id)).replaceAll("\\{[^}]*\\}", "any");
    }

    /** One of everything that has a name, by the path that names it. */
    private static Map<String, String> belongings(Visitor owner) {
        Reply answer = owner.post(Question.of("Hello!"));
        String conversation = Person.text(answer, "conversation_id");
        await().atMost(Duration.ofSeconds(20))
                .ignoreException(AssertionError.class)
                .until(() -> owner.messages(conversation).size() == 2);
        Reply document = document(owner);
        Map<String, String> all = new HashMap<>(Map.of(
                "/api/v1/jobs/{id}", Person.text(document, "job_id"),
                "/api/v1/knowledge/documents/{id}", Person.text(document, "document_id"),
                "/api/chat/ui/{id}", chat(owner),
                "/v1/responses/{response_id}",
                        "resp_" + Person.text(answer, "turn_id").replace("-", ""),
                "/api/chat/conversations/{id}", conversation,
                "/api/chat/turns/{turn_id}", Person.text(answer, "turn_id"),
                "/api/v1/auth/sessions/{id}", session(owner),
                "/api/v1/admin/work/{id}", Person.text(answer, "turn_id"),
                "/api/v1/users/me/export/{id}", export(owner),
                "/api/v1/admin/users/{id}", Person.text(owner.get("/api/v1/users/me"), "id")));
        all.put("/v1/models/{model}", "default");
        return all;
    }

    /** One that has been taken in, so that its job has ended. */
    private static Reply document(Visitor owner) {
        Reply brought = owner.post(
                "/api/v1/knowledge/documents", Json.write(Map.of("title", "Mine", "text", "This belongs to me.")));
        String path = "/api/v1/knowledge/documents/" + Person.text(brought, "document_id");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Person.text(owner.get(path), "status").equals("ready"));
        return brought;
    }

    /** One that a page has named. */
    private static String chat(Visitor owner) {
        String id = "chat-of-a-page";
        Reply answer = owner.post(
                "/api/chat/ui",
                "{\"id\":\"" + id
                        + "\",\"messages\":[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"text\":\"Hello!\"}]}]}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return id;
    }

    private static String session(Visitor owner) {
        return owner.get("/api/v1/auth/sessions")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString("");
    }

    /** One whose file is there. */
    private static String export(Visitor owner) {
        Reply made = await().atMost(Duration.ofSeconds(20))
                .until(() -> owner.get("/api/v1/users/me/export"), reply -> reply.status() == 200);
        return Person.text(made, "id");
    }
}
