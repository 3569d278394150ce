package dev.parley.agent.model.offline;

import dev.parley.agent.model.offline.Memories.Memory;
import dev.parley.agent.model.offline.Router.Route;
import dev.parley.agent.tool.ToolDescription;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers without a tool: small talk, about itself, and from what was said earlier. */
final class Talk {
    private static final double CLEAR = 0.55;
    private static final double RELATED = 0.4;
    private static final int LONGEST_TOPIC = 160;
    private static final Pattern LAST = Pattern.compile(
            ".*\\b(?:just|last|previous)\\b.*\\b(?:ask|say|said|tell|told|question|message)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Router router;
    private final Memories memories;
    private final Phrasebook phrases;
    private final Abilities abilities;
    private final Recollection recollection;
    private final DocumentWords documents;

    Talk(Router router, Memories memories, Phrasebook phrases) {
        this.router = router;
        this.memories = memories;
        this.phrases = phrases;
        this.abilities = new Abilities(phrases);
        this.recollection = new Recollection(phrases);
        this.documents = new DocumentWords(memories, phrases);
    }

    /** @param saysOffline whether the text itself says what is talking */
    record Answer(String text, boolean saysOffline) {
        static Answer of(String text) {
            return new Answer(text, false);
        }
    }

    String greeting(Conversation conversation, List<ToolDescription> tools) {
        String seed = conversation.utterance();
        return phrases.say("greeting", seed, Map.of("try", abilities.suggestion(tools, seed)));
    }

    Answer answer(Conversation conversation, List<ToolDescription> tools) {
        String utterance = conversation.utterance();
        List<String> news =
                Sentences.of(utterance).stream().filter(Sentences::tellsOfSelf).toList();
        if (!news.isEmpty() && !Sentences.isQuestion(utterance)) {
            return Answer.of(remembered(conversation, news, tools));
        }
        Route route = router.routes(utterance, List.of()).getFirst();
        Intent intent = route.intent() == null || route.score() < CLEAR ? Intent.OTHER : route.intent();
        return switch (intent) {
            case GREETING -> Answer.of(greeting(conversation, tools));
            case THANKS, FAREWELL -> Answer.of(small(intent, utterance, tools));
            case ABOUT -> new Answer(about(utterance, tools), true);
            case RECALL_ALL -> Answer.of(recollection.everything(conversation, abilities.suggestion(tools, utterance)));
            case RECALL -> Answer.of(askedForMemory(conversation, tools));
            case OTHER -> Answer.of(recalled(conversation, tools, false));
        };
    }

    private String small(Intent intent, String utterance, List<ToolDescription> tools) {
        return phrases.say(intent.section(), utterance, Map.of("try", abilities.suggestion(tools, utterance)));
    }

    private String about(String utterance, List<ToolDescription> tools) {
        return phrases.say(
                "about",
                utterance,
                Map.of("abilities", abilities.list(tools), "try", abilities.suggestion(tools, utterance)));
    }

    private String remembered(Conversation conversation, List<String> news, List<ToolDescription> tools) {
        String seed = conversation.utterance();
        return recollection.noted(news, conversation.statements().size(), seed, abilities.suggestion(tools, seed));
    }

    private String askedForMemory(Conversation conversation, List<ToolDescription> tools) {
        boolean last = LAST.matcher(conversation.utterance()).matches()
                && !conversation.earlier().isEmpty();
        return last ? recollection.last(conversation) : recalled(conversation, tools, true);
    }

    /** From documents or from memory, whichever bears on it more. */
    private String recalled(Conversation conversation, List<ToolDescription> tools, boolean askedForMemory) {
        String utterance = conversation.utterance();
        List<Memory> nearest = nearest(conversation, askedForMemory);
        double known = nearest.isEmpty() ? 0 : nearest.getFirst().similarity();
        String read = documents.about(utterance, conversation.found(), known);
        if (read != null) {
            return read;
        }
        if (!nearest.isEmpty() && Sentences.isQuestion(utterance)) {
            return recollection.of(nearest, utterance);
        }
        return askedForMemory
                ? recollection.nothing(conversation, abilities.suggestion(tools, utterance))
                : unknown(conversation, nearest, tools);
    }

    private List<Memory> nearest(Conversation conversation, boolean askedForMemory) {
        String utterance = conversation.utterance();
        double enough = askedForMemory || Sentences.isAboutSelf(utterance) ? 0.3 : RELATED;
        return memories.nearest(utterance, conversation.statements()).stream()
                .filter(it -> it.similarity() >= enough)
                .toList();
    }

    private String unknown(Conversation conversation, List<Memory> nearest, List<ToolDescription> tools) {
        String utterance = conversation.utterance();
        return Sentences.isStatement(utterance)
                ? remembered(conversation, Sentences.of(utterance), tools)
                : other(utterance, nearest.isEmpty() ? null : nearest.getFirst(), tools);
    }

    private String other(String utterance, @Nullable Memory related, List<ToolDescription> tools) {
        String relation = related == null
                ? ""
                : phrases.say(
                                "other-related",
                                utterance,
                                Map.of("quote", Shortening.line(related.statement(), LONGEST_TOPIC)))
                        + " ";
        return phrases.say(
                "other",
                utterance,
                Map.of(
                        "topic", Shortening.line(utterance, LONGEST_TOPIC),
                        "related", relation,
                        "abilities", abilities.list(tools),
                        "try", abilities.suggestion(tools, utterance)));
    }
}
