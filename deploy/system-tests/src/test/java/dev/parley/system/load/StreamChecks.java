package dev.parley.system.load;

import dev.parley.system.visitor.Answer;
import dev.parley.system.visitor.SseEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What has to hold for all that a client has seen of a turn, over as many connections as it took. */
final class StreamChecks {
    private final Answer answer;
    private final TurnLog turn;
    private final Script script;

    private StreamChecks(TurnLog turn, Answer answer, Script script) {
        this.turn = turn;
        this.answer = answer;
        this.script = script;
    }

    /** The findings, if any. */
    static Stream<String> of(TurnLog turn, Answer answer, Script script) {
        StreamChecks checks = new StreamChecks(turn, answer, script);
        return Stream.of(checks.end(), checks.ids(), checks.attempts(), checks.pieces(), checks.text())
                .filter(finding -> !finding.isEmpty())
                .map(finding -> finding + ": " + turn + ": " + answer.ids() + " " + answer.names());
    }

    private String end() {
        List<SseEvent> ends = answer.events().stream()
                .filter(event -> event.is("message_end") || event.is("error"))
                .toList();
        if (ends.size() != 1) {
            return ends.size() + " ends";
        }
        if (!Objects.equals(ends.getFirst(), answer.last())) {
            return "Something came behind the end";
        }
        return ends.getFirst().is("error") ? "Failed: " + ends.getFirst().data() : "";
    }

    private String ids() {
        Set<String> known = new HashSet<>();
        return answer.ids().stream()
                .filter(id -> id.isEmpty() || !known.add(id))
                .findFirst()
                .map(id -> "An event id came twice: " + id)
                .orElse("");
    }

    /** They never go back, and each begins with a start that says which one it is. */
    private String attempts() {
        int current = 0;
        for (SseEvent event : answer.events()) {
            int attempt = attemptOf(event);
            boolean starts = event.is("message_start");
            boolean right = starts
                    ? attempt > current && event.data().path("attempt").asInt() == attempt
                    : attempt == current || (event.is("error") && attempt > current);
            if (!right) {
                return "An event of another attempt: " + event.id() + " in " + current;
            }
            current = attempt;
        }
        return "";
    }

    private String pieces() {
        for (int attempt : answer.all("delta").stream()
                .map(StreamChecks::attemptOf)
                .distinct()
                .toList()) {
            List<Integer> counted = answer.all("delta").stream()
                    .filter(event -> attemptOf(event) == attempt)
                    .map(event -> event.data().path("seq").asInt(-1))
                    .toList();
            if (!counted.equals(IntStream.range(0, counted.size()).boxed().toList())) {
                return "A gap in seq: attempt " + attempt + " has " + counted;
            }
        }
        return "";
    }

    private String text() {
        String text = turn.text();
        if (text == null) {
            return "";
        }
        if (!text.equals(answer.shown())) {
            return "The pieces are not the whole: '" + answer.shown() + "' and '" + text + "'";
        }
        return script.isWhole(text) ? "" : "Not all of the answer: '" + text + "'";
    }

    private static int attemptOf(SseEvent event) {
        String id = event.id();
        return id.isEmpty() ? 0 : Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
    }
}
