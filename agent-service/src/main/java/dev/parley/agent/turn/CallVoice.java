package dev.parley.agent.turn;

import dev.parley.agent.tool.ToolOutput;
import dev.parley.contracts.turn.ToolProgress;
import org.jspecify.annotations.Nullable;

/** What readers of a turn hear of a call while it runs. Thread-safe. */
final class CallVoice implements ToolOutput {
    private final CallUpdates updates;
    private final @Nullable ToolSpeech speech;

    /** @param speech of the tool that has to answer; absent: the model reads what this one says */
    CallVoice(CallUpdates updates, @Nullable ToolSpeech speech) {
        this.updates = updates;
        this.speech = speech;
    }

    @Override
    public void say(String piece) {
        if (speech != null) {
            speech.say(piece);
        }
    }

    @Override
    public void progress(String stage, double share) {
        updates.tell(new ToolProgress(stage, share));
    }

    /** The call has ended. @return what it has said to the user; null when it has said nothing */
    @Nullable
    String end() {
        updates.end();
        return speech == null ? null : speech.end();
    }
}
