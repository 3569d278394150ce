package dev.parley.agent.model.offline;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of the model: {@code model/offline/phrases.txt}. Which of several wordings is chosen depends on the seed only. */
final class Phrasebook {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");
    private static final Pattern BETWEEN = Pattern.compile("(?m)^---$");

    private final Map<String, List<String>> wordings;

    private Phrasebook(Map<String, List<String>> wordings) {
        this.wordings = wordings;
    }

    static Phrasebook load() {
        return new Phrasebook(Sections.read("/model/offline/phrases.txt").entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> wordings(it.getValue()))));
    }

    private static List<String> wordings(List<String> lines) {
        return Stream.of(BETWEEN.split(String.join("\n", lines)))
                .map(String::strip)
                .toList();
    }

    String say(String section, String seed) {
        return say(section, seed, Map.of());
    }

    String say(String section, String seed, Map<String, String> values) {
        List<String> possible = Objects.requireNonNull(wordings.get(section), section);
        String wording = possible.get(Math.floorMod(seed.hashCode(), possible.size()));
        return PLACEHOLDER
                .matcher(wording)
                .replaceAll(it -> java.util.regex.Matcher.quoteReplacement(
                        Objects.requireNonNull(values.get(it.group(1)), it.group(1))));
    }
}
