package dev.parley.agent.tool;

/**
 * An ability of the assistant: one Spring bean each. Thread-safe.
 *
 * @param <P> its parameters: a record whose components are text, numbers, booleans, enums, lists or records.
 *     {@link About} says what each is for, Bean Validation's annotations what it may be, {@link Default} and
 *     {@code @Nullable} what may be left out
 */
public interface Tool<P extends Record> {
    /** Who it is: constant. */
    ToolCard card();

    Class<P> parameters();

    /**
     * Does it, on a virtual thread of its own that is interrupted when time is up or the turn was cancelled. An expected
     * failure is an outcome; what is thrown becomes the outcome {@code tool_failed}, or {@code outcome_unknown} where a
     * call changes something: nobody knows whether it has.
     */
    ToolOutcome run(P parameters, ToolInvocation invocation) throws Exception;
}
