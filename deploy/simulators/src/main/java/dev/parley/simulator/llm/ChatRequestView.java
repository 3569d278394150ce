package dev.parley.simulator.llm;

import dev.parley.simulator.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A request for a chat completion, as a script sees it and as it is recorded. Header names are lower case. */
public record ChatRequestView(JsonNode body, Map<String, String> headers, List<ChatMessage> messages) {

    static ChatRequestView of(Request request, JsonNode body) {
        List<ChatMessage> messages = StreamSupport.stream(body.path("messages").spliterator(), false)
                .map(ChatMessage::of)
                .toList();
        return new ChatRequestView(body, request.headers(), messages);
    }

    static ChatRequestView ofMessages(Request request, JsonNode body) {
        return new ChatRequestView(body, request.headers(), AnthropicMessages.of(body));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    boolean isOfAnthropic() {
        return header("anthropic-version").isPresent();
    }

    public String model() {
        return body.path("model").asString("");
    }

    public boolean stream() {
        return body.path("stream").asBoolean(false);
    }

    public boolean wantsUsage() {
        return body.path("stream_options").path("include_usage").asBoolean(false);
    }

    /** The text of the last user message, or nothing. */
    public String lastUserText() {
        int last = lastUserIndex();
        return last < 0 ? "" : messages.get(last).text();
    }

    /** What came before the last user message, without system messages. */
    public List<ChatMessage> earlierMessages() {
        return messages.subList(0, Math.max(lastUserIndex(), 0)).stream()
                .filter(message -> message.isFrom("user") || message.isFrom("assistant") || message.isFrom("tool"))
                .toList();
    }

    /** What the tools answered since the last user message, in the order of the messages. */
    public List<String> toolResults() {
        return sinceQuestion().stream()
                .filter(message -> message.isFrom("tool"))
                .map(ChatMessage::text)
                .toList();
    }

    /** The names of the tools that the request offers. */
    public List<String> toolNames() {
        return StreamSupport.stream(body.path("tools").spliterator(), false)
                .map(tool -> tool.path("function")
                        .path("name")
                        .asString(tool.path("name").asString("")))
                .toList();
    }

    /** How many times the model has called tools since the last user message. */
    int round() {
        return (int) sinceQuestion().stream().filter(ChatMessage::callsTools).count();
    }

    boolean mayCallTools() {
        JsonNode choice = body.path("tool_choice");
        return !choice.asString(choice.path("type").asString("")).equals("none");
    }

    boolean mayCallSeveralTools() {
        return body.path("parallel_tool_calls").asBoolean(true);
    }

    /** The most tokens the client wants; the newer name counts. */
    int mostTokens() {
        int older = body.path("max_tokens").asInt(Integer.MAX_VALUE);
        return body.path("max_completion_tokens").asInt(older);
    }

    private List<ChatMessage> sinceQuestion() {
        return messages.subList(lastUserIndex() + 1, messages.size());
    }

    private int lastUserIndex() {
        int index = messages.size() - 1;
        while (index >= 0 && !messages.get(index).isFrom("user")) {
            index--;
        }
        return index;
    }
}
