package dev.parley.agent.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The prompts by name, read at start: a missing one stops it. */
@Component
public final class Prompts {
    private static final String ASSISTANT = "assistant/1";

    private final Prompt assistant = load(ASSISTANT);

    /** The prompt of the default assistant. */
    public Prompt assistant() {
        return assistant;
    }

    private static Prompt load(String version) {
        try {
            var resource = new ClassPathResource("prompts/" + version + ".md");
            return new Prompt(
                    version, resource.getContentAsString(StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The prompt " + version + " cannot be read", e);
        }
    }
}
