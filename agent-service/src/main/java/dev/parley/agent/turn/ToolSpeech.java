package dev.parley.agent.turn;

import org.jspecify.annotations.Nullable;

/** What the tool that has to answer says: it is the answer, behind what the model has said. Thread-safe. */
final class ToolSpeech {
    private final AnswerText text;
    private final StringBuilder said = new StringBuilder();

    ToolSpeech(AnswerText text) {
        this.text = text;
    }

    synchronized void say(String piece) {
        if (text.isFull()) {
            return;
        }
        if (said.isEmpty() && !text.whole().isEmpty()) {
            text.append(Attempt.BETWEEN_STEPS);
        }
        said.append(piece);
        var _ = text.say(piece);
    }

    void flush() {
        text.flush();
    }

    /** All of it; null when there is nothing. */
    synchronized @Nullable String said() {
        return said.isEmpty() ? null : said.toString();
    }
}
