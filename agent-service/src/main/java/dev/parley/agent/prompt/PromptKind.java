package dev.parley.agent.prompt;

import java.util.List;
import java.util.Set;

/**
 * A prompt that the service asks with.
 *
 * @param version of the one that it brings along
 * @param required the variables that a text of it has to have
 * @param optional those that it may have besides
 */
record PromptKind(String name, int version, Set<String> required, Set<String> optional) {
    static final PromptKind ASSISTANT = new PromptKind("assistant", 2, Set.of(), Set.of("today"));
    static final PromptKind DOCUMENTS = new PromptKind("documents", 1, Set.of(), Set.of());

    static final PromptKind EARLIER = new PromptKind("earlier", 1, Set.of(), Set.of());
    static final PromptKind SUMMARY = new PromptKind("summary", 1, Set.of(), Set.of());

    static final List<PromptKind> ALL = List.of(ASSISTANT, DOCUMENTS, EARLIER, SUMMARY);
}
