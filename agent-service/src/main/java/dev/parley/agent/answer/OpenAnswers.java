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

/** The kept answers for a turn whose prompt allows them: for what its model is asked first. */
final class OpenAnswers implements TurnAnswers {
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
            cache.keep(conversation, cache.key(prompt, model, request), model, reply, fence);
        }
    }

    private boolean isFirst(ModelRequest request) {
        return request.messages().equals(context);
    }
}
