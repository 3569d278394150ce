package dev.parley.agent.turn;

import dev.parley.agent.model.ModelReply;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.contracts.turn.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what earlier attempts have left of a turn that nobody will go on with. */
@Component
class Remnants {

    private final Journal journal;
    private final Thinking thinking;

    Remnants(Journal journal, Thinking thinking) {
        this.journal = journal;
        this.thinking = thinking;
    }

    Left of(RequestTurn request) {
        return new Left(remains(request), calls(request));
    }

    /** What the last attempt kept when it broke off; when its worker was lost, what the journal says. */
    private Remains remains(RequestTurn request) {
        return journal.remains(request.turnId()).orElseGet(() -> replay(request));
    }

    /** All tool calls that were made, by the journal. */
    private List<ToolCallRecord> calls(RequestTurn request) {
        List<ToolCallRecord> calls = new ArrayList<>();
        List<JournaledReply> replies = replies(request);
        for (int step = 0; step < replies.size(); step++) {
            addCalls(request, step, replies.get(step).reply(), calls);
        }
        return calls;
    }

    private Remains replay(RequestTurn request) {
        var text = new StringBuilder();
        Usage usage = Usage.NONE;
        for (JournaledReply journaled : replies(request)) {
            ModelReply reply = journaled.reply();
            text.append(reply.text()).append(reply.text().isEmpty() ? "" : Attempt.BETWEEN_STEPS);
            usage = usage.plus(thinking.usage(request, journaled));
        }
        return new Remains(text.toString().stripTrailing(), usage);
    }

    private List<JournaledReply> replies(RequestTurn request) {
        List<JournaledReply> replies = new ArrayList<>();
        Optional<JournaledReply> next = journal.reply(request.turnId(), 0);
        while (next.isPresent()) {
            replies.add(next.get());
            next = journal.reply(request.turnId(), replies.size());
        }
        return replies;
    }

    private void addCalls(RequestTurn request, int step, ModelReply reply, List<ToolCallRecord> calls) {
        for (int position = 0; position < Math.min(reply.toolRequests().size(), CallStep.MOST_CALLS); position++) {
            var effect = new EffectId(request.turnId(), step, position);
            var asked = reply.toolRequests().get(position);
            var call = new Call(effect, asked, thinking.tools().prepare(asked.toolId(), asked.arguments()));
            journal.call(effect).map(known -> end(call, known)).ifPresent(calls::add);
        }
    }

    private static ToolCallRecord end(Call call, JournaledCall known) {
        return switch (known) {
            case JournaledCall.Started() -> call.unknown();
            case JournaledCall.Finished(ToolCallRecord outcome) -> outcome;
        };
    }
}
