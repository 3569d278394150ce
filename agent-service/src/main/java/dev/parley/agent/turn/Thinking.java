package dev.parley.agent.turn;

import dev.parley.agent.allowance.Allowances;
import dev.parley.agent.answer.AnswerCache;
import dev.parley.agent.assistant.Assistant;
import dev.parley.agent.assistant.Assistants;
import dev.parley.agent.model.ModelReply;
import dev.parley.agent.model.Models;
import dev.parley.agent.model.Prices;
import dev.parley.agent.tool.Tools;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.Usage;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What answers are made with. */
@Component
record Thinking(
        Models models,
        Prices prices,
        Tools tools,
        Allowances allowances,
        Departures departures,
        Assistants assistants,
        AnswerCache answers) {

    /** The assistant that a turn is for; empty when it is not there any more. */
    Optional<Assistant> assistant(RequestTurn request) {
        return assistants.chosen(request.assistant(), request.model());
    }

    /** The model that a turn asks for, or that it gets when it does not: its assistant's, or the usual one. */
    String modelName(RequestTurn request) {
        String named = request.model();
        if (named != null && assistants.find(named).isEmpty()) {
            return named;
        }
        return assistant(request).map(Assistant::model).orElseGet(models::defaultName);
    }

    Usage usage(RequestTurn request, JournaledReply journaled) {
        ModelReply reply = journaled.reply();
        String model = journaled.model() == null ? modelName(request) : journaled.model();
        int input = reply.inputTokens();
        int output = reply.outputTokens();
        return new Usage(input, output, prices.costUsd(model, input, output));
    }
}
