package dev.parley.agent.model.offline;

import dev.parley.agent.model.ModelMessage.User;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.Transcript;
import dev.parley.agent.tool.ToolDescription;
import java.util.List;
import java.util.stream.Stream;

/** Decides what to do: use a tool, ask back, or talk. Knows nothing but the request: the same one, the same thought. */
final class OfflineMind {
    private final Wishes wishes;
    private final Talk talk;
    private final ToolWords toolWords;
    private final Questions questions;
    private final Phrasebook phrases;

    OfflineMind(Wishes wishes, Talk talk, ToolWords toolWords, Questions questions, Phrasebook phrases) {
        this.wishes = wishes;
        this.talk = talk;
        this.toolWords = toolWords;
        this.questions = questions;
        this.phrases = phrases;
    }

    static OfflineMind create(Embeddings embeddings) {
        Phrasebook phrases = Phrasebook.load();
        var router = new Router(embeddings);
        return new OfflineMind(
                new Wishes(router),
                new Talk(router, new Memories(embeddings), phrases),
                new ToolWords(phrases),
                new Questions(phrases),
                phrases);
    }

    /** Thinks once for nothing, so that nobody has to wait for what is computed only once. */
    void warm(List<ToolDescription> tools) {
        var _ = think(new ModelRequest(List.of(new User("hello")), tools, null, null));
    }

    Thought think(ModelRequest request) {
        Transcript transcript = Transcript.in(request.messages()).orElse(null);
        return transcript == null ? answer(request) : new Thought.Say(Extract.of(transcript));
    }

    private Thought answer(ModelRequest request) {
        var conversation = Conversation.of(request.messages());
        if (!conversation.answers().isEmpty()) {
            return say(conversation, toolWords.about(conversation, request.tools()));
        }
        if (conversation.utterance().isEmpty()) {
            return say(conversation, talk.greeting(conversation, request.tools()));
        }
        Wish wish = wishes.find(all(conversation), request.tools(), request.requiredTool());
        if (wish == null) {
            return talk(conversation, request.tools());
        }
        return wish.isComplete()
                ? new Thought.UseTool(wish.tool().toolId(), wish.arguments())
                : say(conversation, questions.about(wish, conversation.utterance()));
    }

    private static List<String> all(Conversation conversation) {
        return Stream.concat(conversation.earlier().stream(), Stream.of(conversation.utterance()))
                .toList();
    }

    private Thought talk(Conversation conversation, List<ToolDescription> tools) {
        Talk.Answer answer = talk.answer(conversation, tools);
        return answer.saysOffline() ? new Thought.Say(answer.text()) : say(conversation, answer.text());
    }

    /** The first answer of a conversation says what one is talking to. */
    private Thought say(Conversation conversation, String text) {
        String note = phrases.say("offline-note", conversation.utterance());
        // Another assistant that is offline too may have said it in its report.
        boolean isNews = conversation.isFirst() && !text.contains(note);
        return new Thought.Say(isNews ? text + "\n\n" + note : text);
    }
}
