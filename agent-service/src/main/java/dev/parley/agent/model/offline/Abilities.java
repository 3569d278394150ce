package dev.parley.agent.model.offline;

import dev.parley.agent.tool.ToolDescription;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what can be asked for. */
final class Abilities {
    private final Phrasebook phrases;

    Abilities(Phrasebook phrases) {
        this.phrases = phrases;
    }

    /** A line a tool; nothing without tools. */
    String list(List<ToolDescription> tools) {
        return tools.stream()
                .map(it -> "• " + it.name() + ": " + firstSentence(it.description()))
                .collect(Collectors.joining("\n"));
    }

    /** Something to say next, taken from the tools' examples. */
    String suggestion(List<ToolDescription> tools, String seed) {
        List<String> examples =
                tools.stream().flatMap(it -> it.examples().stream().limit(2)).toList();
        String example = examples.isEmpty()
                ? "what do you know about me?"
                : examples.get(Math.floorMod(seed.hashCode() * 31, examples.size()));
        return phrases.say("try", seed, Map.of("example", example));
    }

    private static String firstSentence(String description) {
        int end = description.indexOf(". ");
        return end < 0 ? description : description.substring(0, end + 1);
    }
}
