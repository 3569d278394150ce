package dev.parley.agent.model.offline;

import dev.parley.agent.knowledge.Findings;
import dev.parley.agent.model.offline.Memories.Memory;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers from the user's documents: with their sentences, never with what they ask for. */
final class DocumentWords {
    private static final double NEAR = 0.35;
    private static final double AS_NEAR = 0.15;
    private static final int SENTENCES = 2;
    private static final int LONGEST = 400;

    private final Memories memories;
    private final Phrasebook phrases;

    DocumentWords(Memories memories, Phrasebook phrases) {
        this.memories = memories;
        this.phrases = phrases;
    }

    private record Sentence(String text, String title) {}

    /**
     * @param known how near what was said in the conversation comes
     * @return nothing when no sentence of the documents bears on it more than that, or nothing was asked
     */
    @Nullable
    String about(String utterance, List<Findings.Finding> found, double known) {
        if (found.isEmpty() || (Sentences.isStatement(utterance) && !Sentences.isQuestion(utterance))) {
            return null;
        }
        List<Sentence> sentences = found.stream()
                .flatMap(it -> Sentences.of(it.text()).stream().map(text -> new Sentence(text, it.title())))
                .toList();
        List<Memory> nearest = memories.nearest(
                utterance, sentences.stream().map(Sentence::text).toList());
        if (nearest.isEmpty() || nearest.getFirst().similarity() < Math.max(NEAR, known)) {
            return null;
        }
        return words(utterance, nearest, sentences);
    }

    private String words(String utterance, List<Memory> nearest, List<Sentence> sentences) {
        Memory best = nearest.getFirst();
        List<String> quotes = nearest.stream()
                .filter(it -> it.similarity() >= best.similarity() - AS_NEAR)
                .limit(SENTENCES)
                .map(it -> "“" + Shortening.line(it.statement(), LONGEST) + "”")
                .toList();
        String title = sentences.stream()
                .filter(it -> it.text().equals(best.statement()))
                .map(Sentence::title)
                .findFirst()
                .orElse("");
        return phrases.say("documents", utterance, Map.of("title", title, "quotes", String.join(" ", quotes)));
    }
}
