package dev.parley.agent.model.offline;

import dev.parley.agent.tool.ToolDescription;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what somebody wants by the example that is most like it. Names of places are masked on both sides: otherwise
 * everything about Paris would look like a question for places in Paris.
 */
final class Router {
    private static final Map<Intent, List<String>> EXAMPLES = examples();

    private final Embeddings embeddings;

    Router(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    /** @param tool what is wanted, when the intent is not */
    record Route(@Nullable Intent intent, @Nullable ToolDescription tool, double score) {
        boolean is(Intent wanted, double atLeast) {
            return intent == wanted && score >= atLeast;
        }
    }

    /** The likeliest first: one entry for each intent and tool. */
    List<Route> routes(String utterance, List<ToolDescription> tools) {
        float[] wanted = embeddings.of(masked(utterance));
        Stream<Route> intents =
                EXAMPLES.entrySet().stream().map(it -> new Route(it.getKey(), null, best(wanted, it.getValue())));
        Stream<Route> abilities = tools.stream().map(it -> new Route(null, it, best(wanted, examples(it))));
        return Stream.concat(intents, abilities)
                .sorted(Comparator.comparingDouble(Route::score).reversed())
                .toList();
    }

    private double best(float[] wanted, List<String> examples) {
        return examples.stream()
                .mapToDouble(it -> Embeddings.similarity(wanted, embeddings.of(it)))
                .max()
                .orElse(-1);
    }

    /** Computes the vectors of all examples, so that no answer has to. */
    static void warm(Embeddings embeddings, List<ToolDescription> tools) {
        Stream.concat(EXAMPLES.values().stream(), tools.stream().map(Router::examples))
                .flatMap(List::stream)
                .forEach(embeddings::of);
    }

    private static List<String> examples(ToolDescription tool) {
        return Stream.concat(Stream.of(tool.description()), tool.examples().stream())
                .map(Router::masked)
                .toList();
    }

    private static Map<Intent, List<String>> examples() {
        Map<String, List<String>> sections = Sections.read("/model/offline/intents.txt");
        return Arrays.stream(Intent.values())
                .collect(Collectors.toMap(
                        it -> it,
                        it -> section(sections, it).stream()
                                .filter(line -> !line.isBlank())
                                .map(Router::masked)
                                .toList()));
    }

    private static List<String> section(Map<String, List<String>> sections, Intent intent) {
        return Objects.requireNonNull(sections.get(intent.section()), intent.section());
    }

    private static String masked(String text) {
        AreaPhrase area = AreaPhrase.find(text);
        return area == null ? text : area.masked(text);
    }
}
