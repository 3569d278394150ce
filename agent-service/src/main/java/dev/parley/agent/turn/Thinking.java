package dev.parley.agent.turn;

import dev.parley.agent.model.ModelReply;
import dev.parley.agent.model.Models;
import dev.parley.agent.model.Prices;
import dev.parley.agent.tool.Tools;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.Usage;
import dev.parley.platform.work.Permits;
import org.springframework.stereotype.Component;

/** What answers are made with. */
@Component
record Thinking(Models models, Prices prices, Tools tools, Permits permits, Departures departures) {

    /** The model that a turn asks for, or that it gets when it does not. */
    String modelName(RequestTurn request) {
        return request.model() == null ? models.defaultName() : request.model();
    }

    Usage usage(RequestTurn request, ModelReply reply) {
        int input = reply.inputTokens();
        int output = reply.outputTokens();
        return new Usage(input, output, prices.costUsd(modelName(request), input, output));
    }
}
