package dev.parley.agent.turn;

import dev.parley.agent.model.Models;
import dev.parley.agent.model.Prices;
import dev.parley.agent.tool.Tools;
import org.springframework.stereotype.Component;

/** What answers are made with. */
@Component
record Thinking(Models models, Prices prices, Tools tools) {}
