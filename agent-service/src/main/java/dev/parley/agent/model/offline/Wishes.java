package dev.parley.agent.model.offline;

import dev.parley.agent.model.offline.Router.Route;
import dev.parley.agent.tool.ToolDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands what somebody wants done, also where a sentence only adds to an earlier one: “and in Munich?”, or the answer
 * to a question of ours.
 */
final class Wishes {
    /** From this similarity on an example stands for what was said. */
    private static final double LIKELY = 0.5;

    private static final double CERTAIN = 0.75;
    private static final int FARTHEST_BACK = 6;
    private static final int LONGEST_ADDITION = 6;
    private static final Pattern HOME = Pattern.compile(
            "\\b(?:live|living|am|i'm|i’m|are|stay|staying|based|located|moved)\\b.*", Pattern.CASE_INSENSITIVE);

    private final Router router;

    Wishes(Router router) {
        this.router = router;
    }

    /** @param required the id of the tool that has to be used; null when it is to be found out whether any */
    @Nullable
    Wish find(List<String> said, List<ToolDescription> tools, @Nullable String required) {
        ToolDescription forced = tools.stream()
                .filter(it -> it.toolId().equals(required))
                .findFirst()
                .orElse(null);
        Wish wish = forced == null ? understood(said, tools, 0) : own(said, forced, tools);
        return wish == null ? null : wish.over(home(said, wish));
    }

    private Wish own(List<String> said, ToolDescription forced, List<ToolDescription> tools) {
        var wish = new Wish(forced, ArgumentFiller.fill(forced, said.getLast()));
        Wish before = wish.isComplete() ? null : understood(said.subList(0, said.size() - 1), tools, 1);
        if (before == null || !before.tool().toolId().equals(forced.toolId())) {
            return wish;
        }
        return Addition.of(said.getLast(), before);
    }

    private @Nullable Wish understood(List<String> said, List<ToolDescription> tools, int back) {
        if (said.isEmpty() || back > FARTHEST_BACK) {
            return null;
        }
        String utterance = said.getLast();
        Route best = router.routes(utterance, tools).getFirst();
        Wish fresh = fresh(utterance, best);
        boolean clear = fresh != null && fresh.isComplete();
        if (clear || !mayAdd(utterance, best)) {
            return fresh;
        }
        Wish before = understood(said.subList(0, said.size() - 1), tools, back + 1);
        return before != null && Addition.fits(utterance, before) ? Addition.of(utterance, before) : fresh;
    }

    private static @Nullable Wish fresh(String utterance, Route best) {
        ToolDescription tool = best.tool();
        if (tool == null || best.score() < LIKELY) {
            return null;
        }
        var wish = new Wish(tool, ArgumentFiller.fill(tool, utterance));
        return best.score() < CERTAIN && wish.area() == null && wish.subject() == null ? null : wish;
    }

    private static boolean mayAdd(String utterance, Route best) {
        boolean small = utterance.split("\\s+").length <= LONGEST_ADDITION;
        boolean talk = best.intent() != null && best.intent() != Intent.OTHER && best.score() >= LIKELY;
        return Addition.isFollowUp(utterance) || (small && !talk && !Sentences.tellsOfSelf(utterance));
    }

    /** Where somebody has said to be, for wishes without a place: “near me”. */
    private static Map<String, Object> home(List<String> said, Wish wish) {
        Map<String, Object> known = new LinkedHashMap<>();
        AreaPhrase home = said.subList(0, said.size() - 1).stream()
                .flatMap(it -> Sentences.of(it).stream())
                .filter(it -> Sentences.tellsOfSelf(it) && HOME.matcher(it).find())
                .map(AreaPhrase::find)
                .filter(it -> it != null)
                .reduce((older, newer) -> newer)
                .orElse(null);
        if (home != null) {
            wish.missing().stream().filter(ArgumentFiller::isArea).forEach(it -> known.put(it, home.name()));
        }
        return known;
    }
}
