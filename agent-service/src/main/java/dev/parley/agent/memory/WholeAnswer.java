package dev.parley.agent.memory;

import dev.parley.agent.model.Model;
import dev.parley.agent.model.ModelCall;
import dev.parley.agent.model.ModelFailure;
import dev.parley.agent.model.ModelListener;
import dev.parley.agent.model.ModelReply;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.StopReason;
import dev.parley.platform.work.Cancellation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** An answer that nobody reads while it comes. */
final class WholeAnswer implements ModelListener {
    /** There is none. */
    static final class Failed extends RuntimeException {
        Failed(String why) {
            super(why);
        }
    }

    private final CompletableFuture<ModelReply> end = new CompletableFuture<>();

    private WholeAnswer() {}

    /** @throws Failed for none, and for one that broke off before its first word */
    static ModelReply of(Model model, ModelRequest request, Cancellation cancellation) throws InterruptedException {
        var answer = new WholeAnswer();
        ModelCall call = model.start(request, answer);
        cancellation.onRequest(call::cancel);
        try {
            return usable(answer.end.get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Failed failed ? failed : new IllegalStateException(e);
        } finally {
            call.cancel();
        }
    }

    private static ModelReply usable(ModelReply reply) {
        boolean whole = reply.reason() == StopReason.STOP || reply.reason() == StopReason.LENGTH;
        if (!whole || reply.text().isBlank()) {
            throw new Failed("The model ended with " + reply.reason() + " and "
                    + reply.text().length() + " characters.");
        }
        return reply;
    }

    @Override
    public void text(String piece) {
        // It comes again, with the end.
    }

    @Override
    public void finished(ModelReply reply) {
        end.complete(reply);
    }

    @Override
    public void failed(ModelFailure failure) {
        end.completeExceptionally(new Failed(failure.code().wireName() + ": " + failure.detail()));
    }
}
