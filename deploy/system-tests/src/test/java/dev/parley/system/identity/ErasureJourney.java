package dev.parley.system.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.topic.Topic;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.OwnStackOnly;
import dev.parley.system.visitor.Json;
import dev.parley.system.visitor.Question;
import dev.parley.system.visitor.Reply;
import dev.parley.system.visitor.Truths;
import dev.parley.system.visitor.Visitor;
import dev.parley.testing.topic.TopicReader;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody takes all data along and wants to be erased: then no service has anything left. */
@Journey
@OwnStackOnly
class ErasureJourney {
    private static final String ME = "/api/v1/users/me";
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Where somebody's id stays, and why. Another place is added by decision, never by oversight. */
    private static final Set<String> THE_ID_STAYS_IN = Set.of(
            // That somebody is gone, so that nothing is stored for this person any more.
            "conversation public.erased_user",
            "agent public.erased_person",
            "chat public.erased_person",
            // Rows are only added.
            "conversation public.audit");

    private final Visitor anybody;
    private final LocalStack stack;
    private final Databases databases;

    ErasureJourney(LocalStack stack) {
        this.stack = stack;
        this.anybody = stack.visitor().nameless();
        this.databases = new Databases(stack.status());
    }

    @Test
    void whoever_is_erased_is_gone_from_every_service_and_nobody_else_is() {
        Person ada = Person.register(anybody);
        Person bob = Person.register(anybody);
        String words = "Unmistakable " + UUID.randomUUID();
        String first = asks(ada, words + " one");
        String second = asks(ada, words + " two");
        String bobs = asks(bob, "Something else");
        ada.visitor().patch(ME + "/profile", Json.write(Map.of("bio", words)));
        String id = Person.text(ada.visitor().get(ME), "id");
        assertThat(databases.find(words))
                .contains("chat public.turn", "agent public.memory", "conversation public.message");

        try (TopicReader told = TopicReader.fromNow(Topic.IDENTITY_EVENTS.topicName(), stack.brokers())) {
            Reply receipt = ada.visitor().send("DELETE", ME, Json.write(Map.of("password", Person.PASSWORD)));

            assertThat(receipt.status()).as(receipt.toString()).isEqualTo(202);
            assertThat(Person.text(receipt, "logs_by")).isNotBlank();
            assertThat(told.await(id).text()).contains(id).doesNotContain(ada.email());
        }

        Truths.problem(logIn(ada), 401, "invalid_credentials");
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(databases.find(words)).isEmpty();
            assertThat(databases.find(ada.email())).isEmpty();
            assertThat(databases.find(id)).isSubsetOf(THE_ID_STAYS_IN);
        });
        for (String conversation : Set.of(first, second)) {
            String path = "/api/chat/conversations/" + conversation;
            Truths.problem(ada.visitor().get(path), 401, "invalid_token");
            Truths.problem(ada.visitor().get(path + "/messages"), 401, "invalid_token");
            Truths.problem(ada.visitor().post(Question.of("Still there?").in(conversation)), 401, "invalid_token");
        }
        Truths.problem(ada.visitor().post(Question.of("And anew?")), 401, "invalid_token");
        assertThat(ada.visitor().delete(ME).status()).isEqualTo(202);
        Truths.problem(ada.visitor().get("/api/v1/locations/geocode?q=Berlin"), 401, "invalid_token");
        Truths.problem(
                ada.visitor().post("/api/v1/knowledge/search", Json.write(Map.of("query", words))),
                401,
                "invalid_token");
        Truths.problem(
                ada.visitor().post("/mcp", Json.write(Map.of("jsonrpc", "2.0", "id", 1, "method", "tools/list"))),
                401,
                "invalid_token");
        assertThat(bob.visitor().messages(bobs)).hasSize(2);
        assertThat(bob.visitor().get(ME).status()).isEqualTo(200);
        assertThat(logIn(bob).status()).isEqualTo(200);
    }

    private static String asks(Person person, String question) {
        Reply answer = person.visitor().post(Question.of(question));
        String conversation = Person.text(answer, "conversation_id");
        await().atMost(SOON)
                .ignoreException(AssertionError.class)
                .until(() -> person.visitor().messages(conversation).size() == 2);
        return conversation;
    }

    private Reply logIn(Person person) {
        return anybody.post(
                "/api/v1/auth/login", Json.write(Map.of("email", person.email(), "password", Person.PASSWORD)));
    }
}
