package dev.parley.agent.tool.http;

/** An argument that fits the schema and cannot be sent where it belongs. The message is for the model. */
final class UnusableArgument extends Exception {
    private static final long serialVersionUID = 1;

    UnusableArgument(String message) {
        super(message);
    }
}
