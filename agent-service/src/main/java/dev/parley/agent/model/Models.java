package dev.parley.agent.model;

import java.util.List;
import java.util.Optional;

/** The models of this service, by name. Thread-safe. */
public interface Models {
    /** The model of a turn that asks for none; {@link #find} always finds it. */
    String defaultName();

    /** What may be asked for, as the catalogue has it: {@code offline}, or {@code openai:*} for any name of a provider. */
    List<String> offers();

    /** The model of this name; empty when no provider offers it. */
    Optional<Model> find(String name);

    /**
     * The model of this name, and behind it those that stand in for it, by {@code MODEL_FALLBACKS}; those whose providers are
     * known to be down come last. Empty when no provider offers it.
     */
    default List<Model> lineup(String name) {
        return find(name).map(List::of).orElse(List.of());
    }
}
