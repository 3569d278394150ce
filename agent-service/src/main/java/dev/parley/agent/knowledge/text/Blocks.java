package dev.parley.agent.knowledge.text;

import dev.parley.agent.knowledge.text.UnusableDocument.Reason;
import dev.parley.platform.text.Storable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Gathers what a reader finds, up to what can be taken in. Not thread-safe. */
final class Blocks {
    /** A large book has two million characters. */
    private static final int MOST_CHARACTERS = 4_000_000;

    private static final long PATIENCE = Duration.ofMinutes(1).toNanos();

    private final List<Block> found = new ArrayList<>();
    private final long began = System.nanoTime();
    private int characters;

    /** @throws UnusableDocument when that is too much, or has taken too long */
    void add(int level, String text) {
        goOn();
        String clean = Storable.clean(text).replaceAll("[ \\t\\u00A0\\f]+", " ").strip();
        characters += clean.length();
        if (characters > MOST_CHARACTERS) {
            throw new UnusableDocument(Reason.DOCUMENT_TOO_LARGE);
        }
        if (!clean.isEmpty()) {
            found.add(new Block(level, clean));
        }
    }

    /** @throws UnusableDocument when it has taken too long */
    void goOn() {
        if (System.nanoTime() - began > PATIENCE) {
            throw new UnusableDocument(Reason.DOCUMENT_TOO_SLOW);
        }
    }

    /** @throws UnusableDocument when there was nothing */
    List<Block> all() {
        if (found.isEmpty()) {
            throw new UnusableDocument(Reason.EMPTY_DOCUMENT);
        }
        return List.copyOf(found);
    }
}
