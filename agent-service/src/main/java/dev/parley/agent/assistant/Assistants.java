package dev.parley.agent.assistant;

import dev.parley.agent.model.Models;
import dev.parley.agent.prompt.Prompt;
import dev.parley.agent.prompt.Prompts;
import dev.parley.platform.settings.StartRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** All assistants there are, read and checked at start. Thread-safe. */
@Component
@EnableConfigurationProperties(AssistantSettings.class)
public final class Assistants {
    /** What OpenAI's clients call the usual model. */
    private static final String DEFAULT_MODEL = "default";

    private final Map<String, Assistant> byId;
    private final Prompts prompts;
    private final Clock clock;

    /** @throws StartRefused for one that names an assistant or a model that there is not, or has the name of a model */
    Assistants(AssistantSettings settings, Models models, Prompts prompts, Clock clock) {
        this.byId = Map.copyOf(AssistantFiles.read(settings.dir().strip()));
        this.prompts = prompts;
        this.clock = clock;
        byId.values().forEach(assistant -> check(assistant, models));
    }

    private void check(Assistant assistant, Models models) {
        String id = assistant.id();
        require(!id.equals(DEFAULT_MODEL) && models.find(id).isEmpty(), id, "id is the name of a model");
        String model = assistant.model();
        require(model == null || models.find(model).isPresent(), id, "model names one that there is not");
        for (String other : assistant.handsTo()) {
            require(byId.containsKey(other), id, "hands_to names “" + other + "”, which there is not");
        }
    }

    private static void require(boolean fulfilled, String id, String what) {
        if (!fulfilled) {
            throw new StartRefused(AssistantFiles.VARIABLE + ": the assistant “" + id + "”: " + what);
        }
    }

    /** In the order of the alphabet. */
    public List<String> ids() {
        return byId.keySet().stream().sorted().toList();
    }

    public Optional<Assistant> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The one that a question is for.
     *
     * @param id of the one that it names
     * @param model the model that it names: an assistant's id in its place is as good
     * @return empty when the one that it names is not there
     */
    public Optional<Assistant> chosen(@Nullable String id, @Nullable String model) {
        if (id == null && model != null && byId.containsKey(model)) {
            return find(model);
        }
        return find(id == null ? Assistant.STANDARD : id);
    }

    /** What it is told about its part. */
    public Prompt prompt(Assistant assistant) {
        Instructions own = assistant.instructions();
        return own == null ? prompts.assistant() : own.on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
