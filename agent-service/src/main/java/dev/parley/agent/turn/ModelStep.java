package dev.parley.agent.turn;

import dev.parley.agent.model.Model;
import dev.parley.agent.model.ModelCall;
import dev.parley.agent.model.ModelFailure;
import dev.parley.agent.model.ModelListener;
import dev.parley.agent.model.ModelReply;
import dev.parley.agent.model.ModelRequest;
import dev.parley.platform.work.Cancellation;
import java.util.concurrent.BlockingQueue;

/**
 * One call of the model, its text streamed on by the thread that reads it: a token wakes nobody here. All else is handed over
 * to the turn's own thread.
 */
final class ModelStep implements ModelListener {
    /** Of an answer that is there as a whole, in characters. */
    private static final int PIECE = 400;

    private final BlockingQueue<Signal> signals;
    private final Words text;
    private final Cancellation cancellation;

    ModelStep(BlockingQueue<Signal> signals, Words text, Cancellation cancellation) {
        this.signals = signals;
        this.text = text;
        this.cancellation = cancellation;
    }

    /** @throws ModelFailed when there is no whole answer */
    ModelReply run(Model model, ModelRequest request) throws InterruptedException {
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

    /** One that is there as a whole. */
    ModelReply sayAgain(ModelReply reply) {
        String answer = reply.text();
        for (int from = 0; from < answer.length(); from += PIECE) {
            text.say(answer.substring(from, Math.min(from + PIECE, answer.length())));
        }
        text.flush();
        return reply;
    }

    private ModelReply follow(ModelCall call) throws InterruptedException {
        while (true) {
            switch (signals.take()) {
                case Signal.Full() -> call.cancel();
                case Signal.Finished(ModelReply reply) -> {
                    return reply;
                }
                case Signal.Failed(ModelFailure failure) -> throw new ModelFailed(failure);
                case Signal.Broken(RuntimeException why) -> throw why;
            }
        }
    }

    @Override
    public void text(String piece) {
        try {
            if (!text.say(piece)) {
                signals.add(new Signal.Full());
            }
        } catch (RuntimeException e) {
            signals.add(new Signal.Broken(e));
        }
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
