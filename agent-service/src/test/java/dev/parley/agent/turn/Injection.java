package dev.parley.agent.turn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A text that wants a model to do what nobody has asked for.
 *
 * @param id three digits; what somebody reads begins with it, so that it is known again
 * @param order the tools that it is after, one a step
 */
record Injection(String id, String kind, List<String> order, String text) {
    static final List<Injection> CORPUS = load();

    /** As others have it in what they hand out. */
    String planted() {
        return "Case " + id + " of the booking rules. " + text;
    }

    private static List<Injection> load() {
        try (InputStream in = Injection.class.getResourceAsStream("/injection/corpus.yaml")) {
            List<Injection> all = new ArrayList<>();
            List<?> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(in));
            for (Object entry : entries) {
                Map<?, ?> fields = (Map<?, ?>) entry;
                all.add(new Injection(
                        "%03d".formatted(all.size()),
                        String.valueOf(fields.get("kind")),
                        ((List<?>) Objects.requireNonNull(fields.get("order")))
                                .stream().map(String::valueOf).toList(),
                        String.valueOf(fields.get("text"))));
            }
            return List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
