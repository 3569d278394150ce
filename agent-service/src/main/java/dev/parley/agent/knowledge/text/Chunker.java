package dev.parley.agent.knowledge.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a document into pieces of which each says something by itself: whole paragraphs where they fit, else whole sentences,
 * below the headings that they stand under. Where a section has several, each begins with the end of the one before.
 */
public final class Chunker {
    /** In characters: about as many words as the built-in embeddings have learnt to read at once. */
    static final int LONGEST = 600;

    private static final int OVERLAP = 100;
    private static final int LONGEST_HEADING = 150;
    private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.!?…。！？])\\s+|\\n");

    private final List<String> chunks = new ArrayList<>();
    private final List<Block> headings = new ArrayList<>();
    private final StringBuilder chunk = new StringBuilder();
    /** Whether there is more in the chunk than headings, and what it shares with the one before. */
    private boolean news;

    private Chunker() {}

    public static List<String> chunks(List<Block> document) {
        var chunker = new Chunker();
        document.forEach(chunker::add);
        chunker.end();
        return chunker.chunks.isEmpty() ? List.of(chunker.title()) : List.copyOf(chunker.chunks);
    }

    private void add(Block block) {
        if (block.isHeading()) {
            end();
            headings.removeIf(above -> above.level() >= block.level());
            headings.add(new Block(block.level(), beginning(block.text(), LONGEST_HEADING)));
        } else if (block.text().length() <= room()) {
            say(block.text());
        } else if (news && block.text().length() <= LONGEST - title().length() - OVERLAP - 2) {
            goOn();
            say(block.text());
        } else {
            BETWEEN_SENTENCES.splitAsStream(block.text()).forEach(this::addSentence);
        }
    }

    /** One that is too long for any chunk is cut. */
    private void addSentence(String sentence) {
        String rest = sentence.strip();
        while (!rest.isEmpty()) {
            if (news && rest.length() > room()) {
                goOn();
            }
            String piece = beginning(rest, Math.max(1, room()));
            say(piece);
            rest = rest.substring(piece.length()).strip();
        }
    }

    private int room() {
        return LONGEST - (chunk.isEmpty() ? title().length() : chunk.length()) - 1;
    }

    private void say(String text) {
        if (chunk.isEmpty()) {
            chunk.append(title());
        }
        if (!chunk.isEmpty()) {
            chunk.append('\n');
        }
        chunk.append(text);
        news = true;
    }

    /** The next chunk of the section. */
    private void goOn() {
        String shared = ending(chunk.toString());
        end();
        say(shared);
        news = false;
    }

    private void end() {
        if (news) {
            chunks.add(chunk.toString().strip());
        }
        chunk.setLength(0);
        news = false;
    }

    private String title() {
        String title = String.join(" › ", headings.stream().map(Block::text).toList());
        return title.length() <= LONGEST / 2 ? title : headings.getLast().text();
    }

    private static String ending(String text) {
        int from = Math.max(0, text.length() - OVERLAP);
        int word = text.indexOf(' ', from);
        return word < 0 ? "" : text.substring(word + 1);
    }

    /** At the end of a word, where there is one. */
    private static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int word = text.lastIndexOf(' ', most);
        int end = word > most / 2 ? word : most;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? Math.max(1, end - 1) : end);
    }
}
