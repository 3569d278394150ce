package dev.parley.agent.model;

import dev.parley.platform.settings.BadSetting;
import java.util.List;
import java.util.Optional;

/** The models of all providers that are ready. */
final class ModelDirectory implements Models {
    private final List<Provider> providers;
    private final String defaultName;
    private final ModelSettings settings;
    private final ModelTimer timer;

    /** @throws BadSetting when {@code TEXT_MODEL_NAME} names a model that nobody has */
    ModelDirectory(List<Provider> all, ModelSettings settings, ModelTimer timer) {
        this.providers = all.stream().filter(Provider::isReady).toList();
        this.settings = settings;
        this.timer = timer;
        this.defaultName = defaultOf(settings.defaultName().strip());
    }

    private String defaultOf(String configured) {
        Provider first = providers.getFirst();
        if (configured.isEmpty()) {
            return first.usualModel();
        }
        if (providerOf(configured).isPresent()) {
            return configured;
        }
        if (first.offer().endsWith(":*") && !configured.contains(":")) {
            return first.offer().replace("*", configured);
        }
        throw BadSetting.value(
                "TEXT_MODEL_NAME",
                configured,
                "one of " + String.join(", ", offers()) + " (a provider is there when its API key is set)");
    }

    @Override
    public String defaultName() {
        return defaultName;
    }

    @Override
    public List<String> offers() {
        return providers.stream().map(Provider::offer).toList();
    }

    @Override
    public Optional<Model> find(String name) {
        return providerOf(name)
                .map(it -> new SteadyModel(name, it.open(name), settings.patience(), settings.temperature(), timer));
    }

    private Optional<Provider> providerOf(String name) {
        return providers.stream().filter(it -> offers(it, name)).findFirst();
    }

    private static boolean offers(Provider provider, String name) {
        String offer = provider.offer();
        if (!offer.endsWith("*")) {
            return offer.equals(name);
        }
        String prefix = offer.substring(0, offer.length() - 1);
        return name.startsWith(prefix) && name.length() > prefix.length();
    }
}
