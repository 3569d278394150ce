package dev.parley.agent.tool;

import java.util.List;
import java.util.Optional;

/** All tools there are. Thread-safe. */
public interface Tools {
    /** In the order of their ids. */
    List<ToolDescription> all();

    Optional<ToolDescription> find(String toolId);

    /**
     * Makes a call ready to be announced, journaled and run. Never fails: where there is no such tool, or the arguments
     * are not what it takes, running the call gives the failure that the model has to read.
     *
     * @param arguments as the model wrote them
     */
    PreparedCall prepare(String toolId, String arguments);
}
