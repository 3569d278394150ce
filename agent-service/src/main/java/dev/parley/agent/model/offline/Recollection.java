package dev.parley.agent.model.offline;

import dev.parley.agent.model.offline.Memories.Memory;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Words what was said earlier. */
final class Recollection {
    private static final double ALSO = 0.5;
    private static final int MOST_ALSO = 2;
    private static final int MOST_KNOWN = 3;
    private static final int MOST_LISTED = 20;
    private static final int LONGEST_QUOTE = 240;

    private final Phrasebook phrases;

    Recollection(Phrasebook phrases) {
        this.phrases = phrases;
    }

    String noted(List<String> news, int before, String seed, String suggestion) {
        int count = before + news.size();
        String more =
                before == 0 ? "" : phrases.say("remember-more", seed, Map.of("count", Integer.toString(count))) + " ";
        return phrases.say("remember", seed, Map.of("fact", facts(news), "more", more, "try", suggestion));
    }

    String of(List<Memory> nearest, String seed) {
        String quote = nearest.getFirst().statement();
        List<String> others = nearest.stream()
                .skip(1)
                .filter(it -> it.similarity() >= ALSO)
                .limit(MOST_ALSO)
                .map(Memory::statement)
                .toList();
        String also = others.isEmpty() ? "" : phrases.say("recall-also", seed, Map.of("facts", facts(others))) + " ";
        String fact = fact(quote);
        String section = nearest.getFirst().named().isEmpty() ? "recall-near" : "recall";
        String wording = phrases.say(section, seed, Map.of("fact", fact, "quote", quoted(quote), "also", also));
        return Person.capitalised(wording);
    }

    /** The words before these. */
    String last(Conversation conversation) {
        return phrases.say(
                "recall-last",
                conversation.utterance(),
                Map.of("quote", quoted(conversation.earlier().getLast())));
    }

    String nothing(Conversation conversation, String suggestion) {
        List<String> known = conversation.statements().reversed().stream()
                .filter(Sentences::tellsOfSelf)
                .limit(MOST_KNOWN)
                .toList();
        String seed = conversation.utterance();
        String said = known.isEmpty() ? "" : phrases.say("recall-known", seed, Map.of("facts", facts(known))) + " ";
        return phrases.say("recall-nothing", seed, Map.of("known", said, "try", suggestion));
    }

    String everything(Conversation conversation, String suggestion) {
        List<String> statements = conversation.statements();
        if (statements.isEmpty()) {
            return nothing(conversation, suggestion);
        }
        String list = statements.stream()
                .skip(Math.max(0, statements.size() - MOST_LISTED))
                .map(it -> "• " + Person.capitalised(fact(it)) + ".")
                .collect(Collectors.joining("\n"));
        return phrases.say("recall-all", conversation.utterance(), Map.of("list", list));
    }

    /** The sentence around it has its own full stop. */
    private static String quoted(String text) {
        return Shortening.line(text, LONGEST_QUOTE).replaceFirst("\\.$", "");
    }

    private static String fact(String statement) {
        return Shortening.line(Person.addressed(statement), LONGEST_QUOTE);
    }

    private static String facts(List<String> statements) {
        return statements.stream().map(Recollection::fact).collect(Collectors.joining("; "));
    }
}
