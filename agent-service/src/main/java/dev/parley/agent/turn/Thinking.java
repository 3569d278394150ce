package dev.parley.agent.turn;

import dev.parley.agent.allowance.Allowances;
import dev.parley.agent.model.ModelReply;
import dev.parley.agent.model.Models;
import dev.parley.agent.model.Prices;
import dev.parley.agent.tool.Tools;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.Usage;
import org.springframework.stereotype.Component;

/** What answers are made with. */
@Component
record Thinking(Models models, Prices prices, Tools tools, Allowances allowances, Departures departures) {

    /** The model that a turn asks for, or that it gets when it does not. */
    String modelName(RequestTurn request) {
        return request.model() == null ? models.defaultName() : request.model();
    }

    Usage usage(RequestTurn request, JournaledReply journaled) {
        ModelReply reply = journaled.reply();
        String model = journaled.model() == null ? modelName(request) : journaled.model();
        int input = reply.inputTokens();
        int output = reply.outputTokens();
        return new Usage(input, output, prices.costUsd(model, input, output));
    }
}
