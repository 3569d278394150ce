package dev.parley.agent.model.remote;

class AnthropicFailureTest extends FailureKit {
    AnthropicFailureTest() {
        super(Remote::anthropic, "anthropic:claude-haiku-4-5");
    }
}
