package dev.parley.agent.model.offline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A sentence that only makes sense after an earlier wish: “and in Munich?”, “a bakery”, “Lyon”. */
final class Addition {
    private static final Pattern FOLLOW_UP = Pattern.compile(
            "^(?:and|or|now|what about|how about|what if|same|the same|instead|then|ok(?:ay)?,?)\\b.*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LEADING = Pattern.compile(
            "^(?:(?:and|or|now|what about|how about|maybe|perhaps|in|near|around|at|for|a|an|the|ok(?:ay)?)[,:]?\\s+)+",
            Pattern.CASE_INSENSITIVE);

    private Addition() {}

    /** Whether an utterance can be meant so: to a wish that lacks something anything is, else a name or a clear “and”. */
    static boolean fits(String utterance, Wish before) {
        return !before.isComplete() || isFollowUp(utterance) || AreaPhrase.isName(bare(utterance));
    }

    static boolean isFollowUp(String utterance) {
        return FOLLOW_UP.matcher(utterance).matches();
    }

    /** What is wanted now: what the utterance names replaces what was wanted before, and may fill what was missing. */
    static Wish of(String utterance, Wish before) {
        Map<String, Object> added = new LinkedHashMap<>(ArgumentFiller.fill(before.tool(), utterance));
        added.keySet()
                .removeIf(
                        it -> ArgumentFiller.isSubject(it) && before.arguments().containsKey(it));
        String bare = bare(utterance);
        if (added.isEmpty() && !bare.isEmpty()) {
            meant(before, bare)
                    .forEach(it -> added.put(it, ArgumentFiller.isSubject(it) ? SubjectPhrase.cleaned(bare) : bare));
        }
        return new Wish(before.tool(), added).over(before.arguments());
    }

    /** Which argument a bare word is: the first missing one; else a name is an area, and another word a kind of place. */
    private static Stream<String> meant(Wish before, String bare) {
        if (!before.isComplete()) {
            return before.missing().stream().limit(1);
        }
        boolean name = Character.isUpperCase(bare.codePointAt(0));
        return before.arguments().keySet().stream()
                .filter(name ? ArgumentFiller::isArea : ArgumentFiller::isSubject)
                .limit(1);
    }

    private static String bare(String utterance) {
        return LEADING.matcher(utterance.strip())
                .replaceFirst("")
                .replaceFirst("\\s+(?:please|then|instead|maybe)\\s*[?.!]*$", "")
                .replaceFirst("[?.!\\s]+$", "");
    }
}
