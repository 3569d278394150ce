package dev.parley.agent.model.offline;

import dev.parley.agent.tool.ToolDescription;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what somebody wants by the example that is most like it. Names of places are masked on both sides: otherwise
 * everything about Paris would look like a question for places in Paris.
 */
final class Router {
    private final Map<Intent, List<String>> examples = readExamples();
    private final Map<Object, List<float[]>> meanings = new ConcurrentHashMap<>();
    private final Embeddings embeddings;

    Router(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    /** @param tool what is wanted, when the intent is not */
    record Route(@Nullable Intent intent, @Nullable ToolDescription tool, double score) {}

    /** The likeliest first: one entry for each intent and tool. */
    List<Route> routes(String utterance, List<ToolDescription> tools) {
        float[] wanted = embeddings.of(masked(utterance));
        Stream<Route> intents = examples.entrySet().stream()
                .map(it -> new Route(it.getKey(), null, best(wanted, meanings(it.getKey(), it.getValue()))));
        Stream<Route> abilities = tools.stream().map(it -> new Route(null, it, best(wanted, meanings(it))));
        return Stream.concat(intents, abilities)
                .sorted(Comparator.comparingDouble(Route::score).reversed())
                .toList();
    }

    private static double best(float[] wanted, List<float[]> meanings) {
        return meanings.stream()
                .mapToDouble(it -> Embeddings.similarity(wanted, it))
                .max()
                .orElse(-1);
    }

    /** Our tools have examples. Those of clients come and go, so nothing is kept of them. */
    private List<float[]> meanings(ToolDescription tool) {
        return tool.examples().isEmpty() ? computed(examples(tool)) : meanings(tool, examples(tool));
    }

    /** Computed once; there are as many entries as intents and tools. */
    private List<float[]> meanings(Object of, List<String> phrases) {
        return meanings.computeIfAbsent(of, it -> computed(phrases));
    }

    private List<float[]> computed(List<String> phrases) {
        return phrases.stream().map(Router::masked).map(embeddings::of).toList();
    }

    private static List<String> examples(ToolDescription tool) {
        return Stream.concat(Stream.of(tool.description()), tool.examples().stream())
                .toList();
    }

    private static Map<Intent, List<String>> readExamples() {
        Map<String, List<String>> sections = Sections.read("/model/offline/intents.txt");
        Map<Intent, List<String>> examples = new EnumMap<>(Intent.class);
        for (Intent intent : Intent.values()) {
            examples.put(
                    intent,
                    section(sections, intent).stream()
                            .filter(line -> !line.isBlank())
                            .toList());
        }
        return examples;
    }

    private static List<String> section(Map<String, List<String>> sections, Intent intent) {
        return Objects.requireNonNull(sections.get(intent.section()), intent.section());
    }

    private static String masked(String text) {
        AreaPhrase area = AreaPhrase.find(text);
        return area == null ? text : area.masked(text);
    }
}
