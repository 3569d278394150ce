package dev.parley.agent.turn;

import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ToolRequest;
import dev.parley.agent.tool.ToolOutcome;
import dev.parley.agent.tool.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tool calls that a step of an assistant asks for. */
final class CallStep {
    /** In one step. */
    static final int MOST_CALLS = 32;

    private static final ToolOutcome TOO_MANY = new ToolOutcome.Failure(
            "too_many_calls", "Only the first " + MOST_CALLS + " calls of a step are made. Ask again for this one.");

    private final CallMeans means;
    private final Tools tools;
    private final Voices voices;
    private final Delegation delegation;

    CallStep(CallMeans means, Tools tools, Voices voices, Delegation delegation) {
        this.means = means;
        this.tools = tools;
        this.voices = voices;
        this.delegation = delegation;
    }

    /** The calls that are made: the first of those that are asked for. */
    List<Call> prepare(TaskId task, int step, List<ToolRequest> requests) {
        List<Call> calls = new ArrayList<>();
        for (ToolRequest request : requests.subList(0, Math.min(requests.size(), MOST_CALLS))) {
            calls.add(new Call(
                    task.call(step, calls.size()), request, tools.prepare(request.toolId(), request.arguments())));
        }
        return calls;
    }

    /** What the model reads of those that are not made. */
    static List<ModelMessage> refusals(List<ToolRequest> requests) {
        return requests.stream()
                .skip(MOST_CALLS)
                .<ModelMessage>map(
                        request -> new ModelMessage.ToolAnswer(request.id(), request.toolId(), TOO_MANY.forModel()))
                .toList();
    }

    /**
     * Each call with its end, in the order of the calls.
     *
     * @throws ApprovalWanted when all are done but those that somebody has to agree to
     */
    Map<Call, CallEnd> run(List<Call> calls) throws InterruptedException {
        return new CallRound(means, voices, delegation).run(calls);
    }
}
