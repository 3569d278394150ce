package dev.parley.agent.tool;

import java.util.List;

/** Where tools come from that are no beans. Thread-safe; whoever offers others than before publishes {@link SourceChanged}. */
public interface ToolSource {
    /** What there is at the moment; never waits. */
    List<SchemaTool> tools();
}
