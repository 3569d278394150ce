package dev.parley.agent.model.offline;

import java.util.Map;

/** Asks for what is missing. */
final class Questions {
    private final Phrasebook phrases;

    Questions(Phrasebook phrases) {
        this.phrases = phrases;
    }

    String about(Wish wish, String seed) {
        String missing = wish.missing().getFirst();
        if (wish.missing().stream().anyMatch(ArgumentFiller::isSubject)) {
            return phrases.say("ask-subject", seed, Map.of("wish", area(wish, seed)));
        }
        if (ArgumentFiller.isArea(missing)) {
            return phrases.say("ask-area", seed, Map.of("wish", subject(wish, seed)));
        }
        String names = String.join(", ", wish.missing()).replace('_', ' ');
        return phrases.say("ask-other", seed, Map.of("tool", wish.tool().name(), "missing", names));
    }

    private String area(Wish wish, String seed) {
        String area = wish.area();
        return area == null ? "" : phrases.say("wish-area", seed, Map.of("area", area)) + " ";
    }

    private String subject(Wish wish, String seed) {
        String subject = wish.subject();
        return subject == null ? "" : phrases.say("wish-subject", seed, Map.of("subject", subject)) + " ";
    }
}
