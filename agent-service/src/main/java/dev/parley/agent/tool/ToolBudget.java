package dev.parley.agent.tool;

import dev.parley.contracts.id.Principal;

/** What somebody may spend. Thread-safe. */
@FunctionalInterface
public interface ToolBudget {
    /** Whether nothing is left, so that no tool may be called that costs money. */
    boolean isSpent(Principal owner);
}
