package dev.parley.agent.turn;

import dev.parley.agent.allowance.Allowance;
import dev.parley.agent.assistant.Assistant;
import dev.parley.agent.model.Model;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.Tools;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.tenant.TenantScope;
import java.util.List;

/** The assistants at work on an attempt at a turn, and what they work with. Thread-safe. */
record Crew(RequestTurn request, Thinking thinking, Allowance allowance, CallMeans means) {

    /** What an assistant may call. */
    Tools tools(Role role) {
        return tools(request, thinking, role);
    }

    static Tools tools(RequestTurn request, Thinking thinking, Role role) {
        return new RoleTools(
                thinking.tools(), tool -> isAllowed(request, tool, role), role.others(thinking.assistants()::find));
    }

    /** To whom a task was handed nobody listens who could agree, where the client's protocol has no words for asking. */
    private static boolean isAllowed(RequestTurn request, ToolDescription tool, Role role) {
        boolean unanswered = request.context() != null && !role.above().isEmpty();
        return role.assistant().uses(tool.toolId()) && !(unanswered && tool.approvalRequired());
    }

    /** @param ledger to which all is added that is handed on */
    CallStep calls(Role role, Voices voices, Ledger ledger) {
        return new CallStep(
                means,
                tools(role),
                voices,
                (call, handover, ended) ->
                        handOver(call.effect().handedOver(), role.handingTo(handover.to()), handover, ledger, ended));
    }

    /** The models that may answer an assistant. */
    List<Model> models(Assistant assistant) {
        String name = assistant.model() == null ? thinking.modelName(request) : assistant.model();
        return thinking.models().lineup(name);
    }

    private Delegation.Done handOver(TaskId task, Role role, Handover handover, Ledger ledger, boolean ended)
            throws InterruptedException {
        try (TenantScope _ = TenantScope.of(request.owner())) {
            return new Subtask(this, task, role, new Ledger(ledger::add), ended).run(handover.task());
        }
    }
}
