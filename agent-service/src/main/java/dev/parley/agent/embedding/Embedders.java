package dev.parley.agent.embedding;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The embedders there are. What is embedded anew is embedded by the first. */
@Component
public final class Embedders {
    private final List<Embedder> all;

    public Embedders(List<Embedder> all) {
        this.all = List.copyOf(all);
    }

    public Embedder preferred() {
        return all.getFirst();
    }

    public Optional<Embedder> find(String model) {
        return all.stream().filter(it -> it.model().equals(model)).findFirst();
    }
}
