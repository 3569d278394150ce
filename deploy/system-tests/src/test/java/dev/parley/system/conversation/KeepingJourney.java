package dev.parley.system.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.system.stack.Journey;
import dev.parley.system.stack.Stack;
import dev.parley.system.visitor.Question;
import dev.parley.system.visitor.Reply;
import dev.parley.system.visitor.Truths;
import dev.parley.system.visitor.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Conversations are kept, found again, named, and deleted for good. */
@Journey
class KeepingJourney {
    private static final String LIST = "/api/chat/conversations";

    private final Visitor visitor;

    KeepingJourney(Stack stack) {
        this.visitor = stack.visitor();
    }

    @Test
    void conversations_are_listed_newest_first_page_by_page() {
        List<String> begun = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            begun.add(kept("Hello!"));
        }

        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = visitor.get(LIST + "?limit=2" + cursor).json();
            page.path("items").forEach(item -> read.add(item.path("id").asString("")));
            JsonNode next = page.path("next_cursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString("");
        } while (!cursor.isEmpty());

        assertThat(read).isEqualTo(begun.reversed());
    }

    @Test
    void messages_are_read_oldest_first_page_by_page() {
        String conversation = kept("One");
        visitor.ask(Question.of("Two").in(conversation));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> visitor.messages(conversation).size() == 4);
        String path = LIST + "/" + conversation + "/messages?limit=3";

        JsonNode first = visitor.get(path).json();
        JsonNode second = visitor.get(
                        path + "&cursor=" + first.path("next_cursor").asString(""))
                .json();

        assertThat(first.path("items")).hasSize(3);
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("next_cursor").isNull()).isTrue();
        List<JsonNode> all = new ArrayList<>(first.path("items").valueStream().toList());
        all.addAll(second.path("items").valueStream().toList());
        assertThat(all).isEqualTo(visitor.messages(conversation));
    }

    @Test
    void a_conversation_gets_a_title_and_tags() {
        String path = LIST + "/" + kept("Hello!");

        JsonNode titled = visitor.patch(path, "{\"title\":\"Plans\"}").json();
        assertThat(titled.path("title").asString("")).isEqualTo("Plans");
        assertThat(titled.path("tags")).isEmpty();

        JsonNode tagged =
                visitor.patch(path, "{\"tags\":[\"work\",\"berlin\"]}").json();
        assertThat(tagged.path("title").asString("")).isEqualTo("Plans");
        assertThat(tagged.path("tags").valueStream().map(tag -> tag.asString("")))
                .containsExactly("work", "berlin");

        JsonNode replaced = visitor.put(path, "{\"tags\":[\"later\"]}").json();
        assertThat(replaced.path("title").isNull()).isTrue();
        assertThat(visitor.get(path).json()).isEqualTo(replaced);
    }

    @Test
    void a_title_or_tag_that_cannot_be_kept_is_refused_and_changes_nothing() {
        String path = LIST + "/" + kept("Hello!");
        JsonNode before = visitor.get(path).json();

        Truths.invalid(visitor.patch(path, "{\"title\":\"\"}"), "title");
        Truths.invalid(visitor.patch(path, "{\"title\":\"" + "x".repeat(201) + "\"}"), "title");
        Truths.invalid(visitor.patch(path, "{\"title\":7}"), "title");
        Truths.invalid(visitor.patch(path, "{\"tags\":\"work\"}"), "tags");
        Truths.invalid(visitor.patch(path, "{\"tags\":[\"\"]}"), "tags[0]");
        Truths.problem(visitor.patch(path, "{"), 400, "malformed_request");
        assertThat(visitor.get(path).json()).isEqualTo(before);
    }

    @Test
    void a_deleted_conversation_is_gone_everywhere() {
        String conversation = kept("Remember this");
        String turn = visitor.messages(conversation).getFirst().path("turn_id").asString("");
        String path = LIST + "/" + conversation;

        Reply deleted = visitor.delete(path);

        assertThat(deleted.status()).as(deleted.toString()).isEqualTo(204);
        Truths.problem(visitor.get(path), 404, "not_found");
        Truths.problem(visitor.get(path + "/messages"), 404, "not_found");
        Truths.problem(visitor.delete(path), 404, "not_found");
        assertThat(visitor.conversations()).isEmpty();
        // The others learn of it from the log.
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Truths.problem(visitor.get("/api/chat/turns/" + turn), 404, "not_found");
            Truths.problem(visitor.get("/api/chat/turns/" + turn + "/stream"), 404, "not_found");
        });
        Truths.problem(visitor.post(Question.of("Still there?").in(conversation)), 404, "not_found");
        assertThat(visitor.conversations()).isEmpty();
    }

    /** A conversation with a question and its answer. */
    private String kept(String message) {
        String conversation = visitor.ask(message).conversation();
        await().atMost(Duration.ofSeconds(20))
                .ignoreException(AssertionError.class)
                .until(() -> visitor.messages(conversation).size() == 2);
        return conversation;
    }
}
