package dev.parley.agent.turn;

import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.contracts.turn.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
        addTask(TaskId.whole(request.turnId()), calls);
        return calls;
    }

    private Remains replay(RequestTurn request) {
        TaskId whole = TaskId.whole(request.turnId());
        var text = new StringBuilder();
        List<JournaledReply> replies = replies(whole);
        for (int step = 0; step < replies.size(); step++) {
            say(replies.get(step).reply().text(), text);
            if (step == 0) {
                // No other call is heard by the user.
                journal.call(whole.call(0, 0)).map(Remnants::said).ifPresent(said -> say(said, text));
            }
        }
        return new Remains(text.toString().stripTrailing(), usage(whole, request));
    }

    private static void say(String said, StringBuilder text) {
        text.append(said).append(said.isEmpty() ? "" : Attempt.BETWEEN_STEPS);
    }

    private static @Nullable String said(JournaledCall call) {
        return call instanceof JournaledCall.Finished finished ? finished.said() : null;
    }

    /** With what was handed on. */
    private Usage usage(TaskId task, RequestTurn request) {
        Usage usage = Usage.NONE;
        List<JournaledReply> replies = replies(task);
        for (int step = 0; step < replies.size(); step++) {
            usage = usage.plus(thinking.usage(request, replies.get(step)));
            for (EffectId effect : effects(task, step, replies.get(step))) {
                usage = usage.plus(usage(effect.handedOver(), request));
            }
        }
        return usage;
    }

    private List<JournaledReply> replies(TaskId task) {
        List<JournaledReply> replies = new ArrayList<>();
        Optional<JournaledReply> next = journal.reply(task, 0);
        while (next.isPresent()) {
            replies.add(next.get());
            next = journal.reply(task, replies.size());
        }
        return replies;
    }

    private static List<EffectId> effects(TaskId task, int step, JournaledReply journaled) {
        int made = Math.min(journaled.reply().toolRequests().size(), CallStep.MOST_CALLS);
        return IntStream.range(0, made)
                .mapToObj(position -> task.call(step, position))
                .toList();
    }

    private void addTask(TaskId task, List<ToolCallRecord> calls) {
        List<JournaledReply> replies = replies(task);
        for (int step = 0; step < replies.size(); step++) {
            addCalls(task, step, replies.get(step), calls);
        }
    }

    private void addCalls(TaskId task, int step, JournaledReply journaled, List<ToolCallRecord> calls) {
        for (EffectId effect : effects(task, step, journaled)) {
            var asked = journaled.reply().toolRequests().get(effect.position());
            var call = new Call(effect, asked, thinking.tools().prepare(asked.toolId(), asked.arguments()));
            journal.call(effect).map(known -> end(call, known)).ifPresent(calls::add);
            addTask(effect.handedOver(), calls);
        }
    }

    private static ToolCallRecord end(Call call, JournaledCall known) {
        return switch (known) {
            case JournaledCall.Started() -> call.unknown();
            case JournaledCall.Finished finished -> finished.outcome();
        };
    }
}
