package dev.parley.system.load;

import dev.parley.system.visitor.Visitor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What has to hold for the messages of a conversation: each question and answer once, in order, as it was said and shown. */
final class StoredChecks {
    private final PersistentVisitor visitor;
    private final Findings findings;

    StoredChecks(PersistentVisitor visitor, Findings findings) {
        this.visitor = visitor;
        this.findings = findings;
    }

    /** The messages of all turns of the visitor, once they are there. */
    static List<JsonNode> messages(Visitor reader, String conversation) {
        List<JsonNode> all = new ArrayList<>();
        String path = "/api/chat/conversations/" + conversation + "/messages?limit=100";
        String cursor = "";
        do {
            JsonNode page = reader.get(cursor.isEmpty() ? path : path + "&cursor=" + cursor)
                    .json();
            page.path("items").forEach(all::add);
            cursor = page.path("next_cursor").asString("");
        } while (!cursor.isEmpty());
        return all;
    }

    void check(List<JsonNode> messages) {
        List<TurnLog> turns = visitor.turns();
        Set<String> ids = new HashSet<>();
        messages.forEach(message -> ids.add(text(message, "id")));
        findings.unless(ids.size() == messages.size(), "A message twice: " + messages);
        findings.unless(
                messages.size() == 2 * turns.size(),
                "Messages are missing or too many: " + messages.size() + " of " + turns.size() + " turns in "
                        + visitor.conversation());
        order(messages);
        turns.forEach(turn -> {
            once(turn, messages, "user", turn.asked().message());
            once(turn, messages, "assistant", Objects.requireNonNullElse(turn.text(), "(none)"));
        });
    }

    /** A question is asked when the answer before it has been seen. */
    private void order(List<JsonNode> messages) {
        List<String> kept = messages.stream()
                .map(message -> text(message, "turn_id") + " " + text(message, "role"))
                .toList();
        List<String> asked = visitor.turns().stream()
                .flatMap(turn -> Stream.of(turn.turn() + " user", turn.turn() + " assistant"))
                .toList();
        findings.unless(kept.equals(asked), "Messages are out of order: " + kept + " in " + visitor.conversation());
    }

    private void once(TurnLog turn, List<JsonNode> messages, String role, String content) {
        List<JsonNode> kept = messages.stream()
                .filter(message -> text(message, "turn_id").equals(turn.turn())
                        && text(message, "role").equals(role))
                .toList();
        if (kept.size() != 1) {
            findings.add(kept.size() + " messages of " + role + ": " + turn);
            return;
        }
        findings.unless(
                text(kept.getFirst(), "content").equals(content),
                "Stored otherwise than shown: " + kept.getFirst() + ", not '" + content + "': " + turn);
        findings.unless(
                text(kept.getFirst(), "status").equals("completed"), "Not completed: " + kept.getFirst() + ": " + turn);
    }

    private static String text(JsonNode message, String field) {
        return message.path(field).asString("");
    }
}
