package dev.parley.agent.tool;

import dev.parley.platform.text.Storable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a call says, passed on and kept until it ends; a tool that goes on behind its end is not heard any more. */
final class Utterances implements ToolOutput {
    private static final String TEXT = "text";
    /** In characters: as long as a result may be. */
    private static final int LONGEST = 100_000;

    private static final int LONGEST_STAGE = 200;

    private final ToolOutput listener;
    private final StringBuilder said = new StringBuilder();
    private boolean ended;

    Utterances(ToolOutput listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void say(String piece) {
        if (!ended && !piece.isEmpty()) {
            String clean = Storable.clean(piece);
            said.append(Excerpt.of(clean, LONGEST - said.length()));
            listener.say(clean);
        }
    }

    @Override
    public synchronized void progress(String stage, double share) {
        if (!ended) {
            String shown = Excerpt.of(Storable.clean(stage), LONGEST_STAGE);
            listener.progress(shown, Double.isNaN(share) ? 0 : Math.clamp(share, 0.0, 1.0));
        }
    }

    /** The outcome with what was said. Nothing more is passed on. */
    synchronized ToolOutcome end(ToolOutcome outcome) {
        ended = true;
        return outcome instanceof ToolOutcome.Success success && !said.isEmpty() ? withText(success) : outcome;
    }

    private ToolOutcome withText(ToolOutcome.Success success) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>(success.result());
        result.putIfAbsent(TEXT, said.toString());
        return new ToolOutcome.Success(result, success.cached());
    }
}
