package dev.parley.agent.answer;

import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ModelReply;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.StopReason;
import dev.parley.agent.prompt.Prompt;
import dev.parley.contracts.id.ConversationId;
import dev.parley.platform.work.Fence;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The kept answers for a turn whose prompt allows them: for what its model is asked first. */
final class OpenAnswers implements TurnAnswers {
    private static final Logger log = LoggerFactory.getLogger(OpenAnswers.class);

    private final AnswerCache cache;
    private final ConversationId conversation;
    private final Prompt prompt;
    private final List<ModelMessage> context;
    private final Fence fence;

    OpenAnswers(
            AnswerCache cache, ConversationId conversation, Prompt prompt, List<ModelMessage> context, Fence fence) {
        this.cache = cache;
        this.conversation = conversation;
        this.prompt = prompt;
        this.context = List.copyOf(context);
        this.fence = fence;
    }

    @Override
    public Optional<ModelReply> find(String model, ModelRequest request) {
        if (!isFirst(request)) {
            return Optional.empty();
        }
        Optional<KeptAnswer> kept = cache.answers().find(cache.key(prompt, model, request));
        kept.ifPresentOrElse(
                answer -> cache.meters().hit(answer.costUsd().doubleValue()),
                () -> cache.meters().miss());
        return kept.map(answer -> new ModelReply(answer.text(), List.of(), StopReason.STOP, 0, 0));
    }

    @Override
    public void keep(String model, ModelRequest request, ModelReply reply) {
        boolean whole = reply.reason() == StopReason.STOP
                && reply.toolRequests().isEmpty()
                && !reply.text().isBlank();
        if (isFirst(request) && whole) {
            keepWhole(model, request, reply);
        }
    }

    /** The answer is there, and is not lost for it. */
    private void keepWhole(String model, ModelRequest request, ModelReply reply) {
        try {
            cache.keep(conversation, cache.key(prompt, model, request), model, reply, fence);
        } catch (DataAccessException | TransactionException e) {
            log.warn("An answer is not kept: {}", e.toString());
        }
    }

    private boolean isFirst(ModelRequest request) {
        return request.messages().equals(context);
    }
}
