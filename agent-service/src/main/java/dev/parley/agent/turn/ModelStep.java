package dev.parley.agent.turn;

import dev.parley.agent.model.Model;
import dev.parley.agent.model.ModelCall;
import dev.parley.agent.model.ModelFailure;
import dev.parley.agent.model.ModelListener;
import dev.parley.agent.model.ModelReply;
import dev.parley.agent.model.ModelRequest;
import dev.parley.platform.work.Cancellation;
import dev.parley.platform.work.Permit;
import dev.parley.platform.work.Permits;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One call of the model, its text streamed on as it comes. The model's few threads only hand over; all else happens on the
 * turn's own.
 */
final class ModelStep implements ModelListener {
    /** To wait for room at a provider; then the turn makes room itself, and comes again. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final BlockingQueue<Signal> signals;
    private final AnswerText text;
    private final Cancellation cancellation;
    private final Permits permits;

    ModelStep(BlockingQueue<Signal> signals, AnswerText text, Cancellation cancellation, Permits permits) {
        this.signals = signals;
        this.text = text;
        this.cancellation = cancellation;
        this.permits = permits;
    }

    /**
     * @throws ModelFailed when there is no whole answer
     * @throws dev.parley.platform.work.RetryLater when as many as may are asking this provider
     */
    ModelReply run(Model model, ModelRequest request) throws InterruptedException {
        try (Permit _ = permits.acquire(limitOf(model), PATIENCE)) {
            return stream(model, request);
        }
    }

    /** One for all models of a provider, such as {@code model:openai}. */
    private static String limitOf(Model model) {
        return "model:" + model.name().split(":", 2)[0];
    }

    private ModelReply stream(Model model, ModelRequest request) throws InterruptedException {
        ModelCall call = model.start(request, this);
        cancellation.onRequest(call::cancel);
        try {
            ModelReply reply = follow(call);
            text.flush();
            return reply;
        } finally {
            call.cancel();
        }
    }

    private ModelReply follow(ModelCall call) throws InterruptedException {
        while (true) {
            Signal signal = next();
            while (signal != null) {
                ModelReply reply = take(signal);
                if (reply != null) {
                    return reply;
                }
                signal = signals.poll();
            }
            if (text.isFull()) {
                call.cancel();
            }
            text.flushWhenFree();
        }
    }

    /** Null when what waits to be sent is due. A wait without an end costs no timer, of which there would be one a token. */
    private @Nullable Signal next() throws InterruptedException {
        return text.isWaiting() ? signals.poll(text.nanosUntilDue(), TimeUnit.NANOSECONDS) : signals.take();
    }

    private @Nullable ModelReply take(Signal signal) {
        return switch (signal) {
            case Signal.Text(String piece) -> {
                text.append(piece);
                yield null;
            }
            case Signal.Confirmed() -> null;
            case Signal.Finished(ModelReply reply) -> reply;
            case Signal.Failed(ModelFailure failure) -> throw new ModelFailed(failure);
        };
    }

    @Override
    public void text(String piece) {
        signals.add(new Signal.Text(piece));
    }

    @Override
    public void finished(ModelReply reply) {
        signals.add(new Signal.Finished(reply));
    }

    @Override
    public void failed(ModelFailure failure) {
        signals.add(new Signal.Failed(failure));
    }
}
