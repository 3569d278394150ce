package dev.parley.agent.inference;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Those that are configured. */
@Component
class InferenceProviders {
    private final Map<ProviderName, InferenceProvider> all = new EnumMap<>(ProviderName.class);

    InferenceProviders(InferenceSettings settings, ProviderHttp http) {
        if (!settings.replicate().key().isEmpty()) {
            add(new Replicate(settings.replicate(), http, settings.timeout()));
        }
        if (!settings.runpod().key().isEmpty()) {
            add(new Runpod(settings.runpod(), http, settings.timeout()));
        }
        if (!settings.modal().url().isEmpty()) {
            add(new Modal(settings.modal(), http));
        }
    }

    private void add(InferenceProvider provider) {
        all.put(provider.name(), provider);
    }

    Optional<InferenceProvider> find(ProviderName name) {
        return Optional.ofNullable(all.get(name));
    }
}
