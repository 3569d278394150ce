package dev.parley.agent.turn;

import org.jspecify.annotations.Nullable;

/** Gives calls their voices: the one that a question asks for by its tool's id speaks to the user. */
final class Voices {
    private final StreamWriter stream;
    private final @Nullable AnswerText answer;
    private final @Nullable String answering;

    /**
     * @param answer of which a tool's words may be
     * @param answering the id of the tool that has to answer; absent: none has to
     */
    Voices(StreamWriter stream, @Nullable AnswerText answer, @Nullable String answering) {
        this.stream = stream;
        this.answer = answer;
        this.answering = answering;
    }

    /** Of an assistant to whom a part of the turn was handed over: its tools speak to it alone. */
    static Voices toAssistant(StreamWriter stream) {
        return new Voices(stream, null, null);
    }

    CallVoice of(Call call) {
        return new CallVoice(
                new CallUpdates(progress -> stream.write(call.update(progress))),
                answer != null && hasToAnswer(call) ? new ToolSpeech(answer) : null);
    }

    /** What an earlier attempt has heard of a call. */
    void repeat(String said) {
        if (answer != null) {
            var speech = new ToolSpeech(answer);
            speech.say(said);
            speech.flush();
        }
    }

    /** Only the first of all: two would interrupt each other. */
    private boolean hasToAnswer(Call call) {
        EffectId effect = call.effect();
        return effect.step() == 0
                && effect.position() == 0
                && call.prepared().toolId().equals(answering);
    }
}
