package dev.parley.agent.tool;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An ability that is known by its JSON Schema, and not by a class: somebody else describes it. Thread-safe. */
public interface SchemaTool {
    /** Who it is: constant, with the schema of its arguments (2020-12; an object). */
    ToolDescription description();

    /**
     * Does it, under the same rules as {@link Tool#run}.
     *
     * @param arguments valid by the schema, with the defaults of its properties filled in
     */
    ToolOutcome run(Map<String, @Nullable Object> arguments, ToolInvocation invocation) throws Exception;
}
