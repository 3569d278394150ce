package dev.parley.agent.model;

import dev.parley.platform.settings.BadSetting;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The models of all providers. */
final class ModelDirectory implements Models {
    private static final String ANY = ":*";

    private final List<Provider> providers;
    private final Map<String, Steadiness> steadiness;
    private final String defaultName;
    private final ModelSettings settings;

    /** @throws BadSetting when {@code TEXT_MODEL_NAME} or {@code MODEL_FALLBACKS} names a model that nobody has */
    ModelDirectory(List<Provider> providers, ModelSettings settings, ModelTimer timer, ModelTelemetry telemetry) {
        this.providers = providers;
        this.settings = settings;
        this.steadiness = providers.stream()
                .map(Provider::offer)
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        offer -> new Steadiness(
                                settings.patience(), timer, new Breaker(offer, settings.breakerPause()), telemetry)));
        this.defaultName = defaultOf(settings.defaultName().strip());
        for (String name : settings.fallbacks()) {
            if (providerOf(name).isEmpty()) {
                throw unknown("MODEL_FALLBACKS", name);
            }
        }
    }

    private String defaultOf(String configured) {
        if (configured.isEmpty()) {
            return usual();
        }
        if (providerOf(configured).isPresent()) {
            return configured;
        }
        String first = providers.getFirst().offer();
        if (first.endsWith(ANY) && !configured.contains(":")) {
            return first.replace("*", configured);
        }
        throw unknown("TEXT_MODEL_NAME", configured);
    }

    /** Of the first provider of which one is known: the built-in one is always there. */
    private String usual() {
        return providers.stream()
                .flatMap(it -> it.usualModel().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no provider has a model"));
    }

    private BadSetting unknown(String variable, String name) {
        return BadSetting.value(
                variable,
                name,
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
        return providerOf(name).map(it -> open(it, name));
    }

    @Override
    public List<Model> lineup(String name) {
        if (providerOf(name).isEmpty()) {
            return List.of();
        }
        return Stream.concat(Stream.of(name), settings.fallbacks().stream())
                .distinct()
                .flatMap(each -> find(each).stream())
                .sorted(Comparator.comparing(Model::isAvailable).reversed())
                .toList();
    }

    private Model open(Provider provider, String name) {
        Steadiness steady = steadiness.get(provider.offer());
        if (steady == null) {
            throw new IllegalStateException("no provider offers " + provider.offer());
        }
        return new SteadyModel(name, provider.open(name), steady, settings.temperature());
    }

    private Optional<Provider> providerOf(String name) {
        return providers.stream().filter(it -> offers(it, name)).findFirst();
    }

    private static boolean offers(Provider provider, String name) {
        String offer = provider.offer();
        if (!offer.endsWith(ANY)) {
            return offer.equals(name);
        }
        String prefix = offer.substring(0, offer.length() - 1);
        return name.startsWith(prefix) && name.length() > prefix.length();
    }
}
