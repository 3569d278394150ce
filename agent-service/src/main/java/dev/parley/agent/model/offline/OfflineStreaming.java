package dev.parley.agent.model.offline;

import dev.parley.agent.model.ModelCall;
import dev.parley.agent.model.ModelFailure;
import dev.parley.agent.model.ModelReply;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.ModelTimer;
import dev.parley.agent.model.RequestTokens;
import dev.parley.agent.model.StopReason;
import dev.parley.agent.model.StreamListener;
import dev.parley.agent.model.Streaming;
import dev.parley.agent.model.TokenEstimate;
import dev.parley.agent.model.ToolRequest;
import dev.parley.platform.messaging.WireJson;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Thinks on its own threads, speaks at its own pace. */
final class OfflineStreaming implements Streaming {
    private static final Logger log = LoggerFactory.getLogger(OfflineStreaming.class);

    private final OfflineMind mind;
    private final Duration gap;
    private final Executor thinking;
    private final ModelTimer timer;

    OfflineStreaming(OfflineMind mind, Duration gap, Executor thinking, ModelTimer timer) {
        this.mind = mind;
        this.gap = gap;
        this.thinking = thinking;
        this.timer = timer;
    }

    @Override
    public ModelCall open(ModelRequest request, StreamListener listener) {
        var cancelled = new AtomicBoolean();
        thinking.execute(() -> {
            if (!cancelled.get()) {
                answer(request, listener, cancelled);
            }
        });
        return () -> cancelled.set(true);
    }

    private void answer(ModelRequest request, StreamListener listener, AtomicBoolean cancelled) {
        Thought thought;
        try {
            thought = mind.think(request);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // A linkage error is a platform for which the embeddings have no native library.
            log.atError().setCause(e).log("The offline model failed");
            listener.failed(
                    new ModelFailure(ModelFailure.Code.MODEL_UNAVAILABLE, "The offline model failed.", false, null, e));
            return;
        }
        ModelReply reply = reply(request, thought);
        new Speech(reply, gap, listener, cancelled, timer).begin();
    }

    private static ModelReply said(Bounded answer, int input) {
        String text = answer.text();
        StopReason reason = answer.isCut() ? StopReason.LENGTH : StopReason.STOP;
        return new ModelReply(text, List.of(), reason, input, TokenEstimate.of(text));
    }

    private static ModelReply reply(ModelRequest request, Thought thought) {
        int input = RequestTokens.of(request);
        return switch (thought) {
            case Thought.Say say -> said(Bounded.of(say.text(), request.limits()), input);
            case Thought.UseTool use -> {
                String arguments = WireJson.mapper().writeValueAsString(use.arguments());
                String id = "call_" + request.messages().size();
                var wish = new ToolRequest(id, use.toolId(), arguments);
                yield new ModelReply("", List.of(wish), StopReason.TOOL_REQUESTS, input, TokenEstimate.of(arguments));
            }
        };
    }
}
