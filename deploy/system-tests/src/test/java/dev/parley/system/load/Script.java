package dev.parley.system.load;

import java.util.List;
import java.util.Locale;

/** What visitors ask the simulated model: numbered tokens at a pace, and now and then a tool before them. */
final class Script {
    private static final List<String> AREAS = List.of("Berlin", "Paris", "London", "New York", "Singapore", "Austin");
    private static final int WITH_TOOL = 4;

    private final Shape shape;

    Script(Shape shape) {
        this.shape = shape;
    }

    String question(int visitor, int number) {
        String tokens = "[[tokens:%d gap=%d]]".formatted(shape.tokens(), shape.gapMs());
        String words = "Question %d of visitor %d".formatted(number, visitor);
        // Visitors take turns, so that some tool is on its way at any time.
        return (number + visitor) % WITH_TOOL == 0
                ? scout(visitor, number) + " " + tokens + " " + words
                : tokens + " " + words;
    }

    /** Whether all tokens are there, in order, each once. */
    boolean isWhole(String text) {
        String[] tokens = text.strip().split(" ", -1);
        if (tokens.length != shape.tokens()) {
            return false;
        }
        for (int i = 0; i < tokens.length; i++) {
            if (!tokens[i].startsWith("t" + i + "@")) {
                return false;
            }
        }
        return true;
    }

    /** A business of its own each time, so that the answer is in no cache. */
    private static String scout(int visitor, int number) {
        return String.format(
                Locale.ROOT,
                "[[tool:location_scout {\"business_type\":\"cafe %d-%d\",\"area\":\"%s\"}]]",
                visitor,
                number,
                AREAS.get((visitor + number) % AREAS.size()));
    }
}
