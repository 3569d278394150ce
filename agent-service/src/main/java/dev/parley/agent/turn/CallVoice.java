package dev.parley.agent.turn;

import dev.parley.agent.tool.ToolOutput;
import dev.parley.contracts.turn.ToolProgress;
import dev.parley.platform.messaging.SendFailed;
import dev.parley.platform.work.Fenced;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What readers of a turn hear of a call while it runs. Thread-safe. */
final class CallVoice implements ToolOutput {
    private static final Logger log = LoggerFactory.getLogger(CallVoice.class);

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
            pass(() -> speech.say(piece));
        }
    }

    @Override
    public void progress(String stage, double share) {
        pass(() -> updates.tell(new ToolProgress(stage, share)));
    }

    /**
     * That nobody hears it is no fault of the tool, which goes on, and whose end is journaled with all that it has said. The
     * attempt finds out with the next thing that it writes itself.
     */
    private static void pass(Runnable words) {
        try {
            words.run();
        } catch (Fenced | SendFailed e) {
            log.atDebug().setCause(e).log("Nobody hears what a tool says");
        }
    }

    /** The call has ended. @return what it has said to the user; null when it has said nothing */
    @Nullable
    String end() {
        updates.end();
        if (speech == null) {
            return null;
        }
        pass(speech::flush);
        return speech.said();
    }
}
