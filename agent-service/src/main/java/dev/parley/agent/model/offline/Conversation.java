package dev.parley.agent.model.offline;

import dev.parley.agent.knowledge.Findings;
import dev.parley.agent.model.Digest;
import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ModelMessage.Assistant;
import dev.parley.agent.model.ModelMessage.ToolAnswer;
import dev.parley.agent.model.ModelMessage.User;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What there is to go by.
 *
 * @param utterance what was said last
 * @param earlier what the user said before that, oldest first
 * @param answers what tools answered since the utterance
 * @param arguments what they were asked, by request
 * @param found what was found in the user's documents
 * @param isFirst whether nothing was answered in this conversation yet
 */
record Conversation(
        String utterance,
        List<String> earlier,
        List<ToolAnswer> answers,
        List<Findings.Finding> found,
        Map<String, String> arguments,
        boolean isFirst) {

    /** Longer texts are read by their beginning and their end, so that a pattern never meets a whole book. */
    private static final int LONGEST = 2_000;

    static Conversation of(List<ModelMessage> messages) {
        List<ModelMessage> since = messages.subList(afterLastUtterance(messages), messages.size());
        List<String> said = messages.stream()
                .filter(User.class::isInstance)
                .map(it -> Shortening.ends(((User) it).text().strip(), LONGEST))
                .toList();
        return new Conversation(
                said.isEmpty() ? "" : said.getLast(),
                earlier(since, said.isEmpty() ? said : said.subList(0, said.size() - 1)),
                only(since, ToolAnswer.class).stream()
                        .filter(it -> !isFound(it) && !isDigest(it))
                        .toList(),
                only(since, ToolAnswer.class).stream()
                        .filter(Conversation::isFound)
                        .flatMap(it -> Findings.read(it.content()).passages().stream())
                        .toList(),
                only(since, Assistant.class).stream()
                        .flatMap(it -> it.toolRequests().stream())
                        .collect(Collectors.toMap(it -> it.id(), it -> it.arguments(), (first, again) -> first)),
                only(messages, Assistant.class).stream()
                        .allMatch(it -> it.text().isBlank()));
    }

    /** What is remembered of the beginning is in the user's words, one sentence a line. */
    private static List<String> earlier(List<ModelMessage> since, List<String> said) {
        return Stream.concat(
                        only(since, ToolAnswer.class).stream()
                                .filter(Conversation::isDigest)
                                .flatMap(it ->
                                        Digest.read(it.content()).summary().lines()),
                        said.stream())
                .toList();
    }

    private static boolean isDigest(ToolAnswer answer) {
        return answer.toolId().equals(Digest.TOOL);
    }

    private static boolean isFound(ToolAnswer answer) {
        return answer.toolId().equals(Findings.TOOL);
    }

    private static int afterLastUtterance(List<ModelMessage> messages) {
        int index = messages.size();
        while (index > 0 && !(messages.get(index - 1) instanceof User)) {
            index--;
        }
        return index;
    }

    private static <M extends ModelMessage> List<M> only(List<ModelMessage> messages, Class<M> type) {
        return messages.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Earlier sentences from which something was learnt, oldest first. */
    List<String> statements() {
        return earlier.stream()
                .flatMap(it -> Sentences.of(it).stream())
                .filter(Sentences::isStatement)
                .toList();
    }
}
