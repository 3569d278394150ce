package dev.parley.agent.model.offline;

import dev.parley.agent.model.Transcript;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Sums up a conversation by what the user has said in it: what was told, and what was asked. */
final class Extract {
    private static final int MOST_CHARACTERS = 2_500;
    private static final int LONGEST_LINE = 240;
    private static final String ASKED = "Asked: ";
    private static final String NOTHING = "Nothing was said that has to be remembered.";

    private Extract() {}

    static String of(Transcript transcript) {
        Set<String> lines = new LinkedHashSet<>(transcript.summary().lines().toList());
        lines.remove(NOTHING);
        transcript.said().stream()
                .filter(line -> line.speaker().equals(Transcript.USER))
                .flatMap(line -> Sentences.of(line.text()).stream())
                .map(Extract::line)
                .filter(line -> !line.isEmpty())
                .forEach(line -> renew(lines, line));
        List<String> kept = new ArrayList<>(lines);
        drop(kept, line -> line.startsWith(ASKED));
        drop(kept, line -> !Sentences.tellsOfSelf(line));
        drop(kept, _ -> true);
        return kept.isEmpty() ? NOTHING : String.join("\n", kept);
    }

    private static String line(String sentence) {
        String line = Shortening.line(sentence, LONGEST_LINE);
        if (Sentences.isQuestion(sentence)) {
            return ASKED + line;
        }
        return Sentences.isStatement(sentence) ? line : "";
    }

    /** What is said again is news again. */
    private static void renew(Set<String> lines, String line) {
        lines.remove(line);
        lines.add(line);
    }

    /** The oldest of these first, until the rest is short enough. */
    private static void drop(List<String> lines, Predicate<String> dispensable) {
        int length = lines.stream().mapToInt(line -> line.length() + 1).sum();
        for (int i = 0; i < lines.size() && length > MOST_CHARACTERS; ) {
            if (dispensable.test(lines.get(i))) {
                length -= lines.remove(i).length() + 1;
            } else {
                i++;
            }
        }
    }
}
