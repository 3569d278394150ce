package dev.parley.agent.turn;

import dev.parley.agent.tool.ToolOutput;
import dev.parley.contracts.turn.ToolProgress;
import dev.parley.platform.messaging.SendFailed;
import dev.parley.platform.work.Fenced;
import org.jspecify.annotations.Nullable;

/** What readers of a turn hear of a call while it runs. Thread-safe. */
final class CallVoice implements ToolOutput {
    private final CallUpdates updates;
    private final @Nullable ToolSpeech speech;
    private volatile @Nullable RuntimeException unheard;

    /** @param speech of the tool that has to answer; absent: the model reads what this one says */
    CallVoice(CallUpdates updates, @Nullable ToolSpeech speech) {
        this.updates = updates;
        this.speech = speech;
    }

    @Override
    public void say(String piece) {
        if (speech != null) {
            pass(() -> speech.say(piece));
        }
    }

    @Override
    public void progress(String stage, double share) {
        pass(() -> updates.tell(new ToolProgress(stage, share)));
    }

    /** That nobody hears it is no fault of the tool, which goes on. */
    private void pass(Runnable words) {
        if (unheard != null) {
            return;
        }
        try {
            words.run();
        } catch (Fenced | SendFailed e) {
            unheard = e;
        }
    }

    /**
     * The call has ended.
     *
     * @return what it has said to the user; null when it has said nothing
     * @throws RuntimeException that kept readers from hearing it: this attempt tells nobody anything any more
     */
    @Nullable
    String end() {
        updates.end();
        RuntimeException why = unheard;
        if (why != null) {
            throw why;
        }
        return speech == null ? null : speech.end();
    }
}
