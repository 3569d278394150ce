package dev.parley.agent.turn;

import dev.parley.agent.model.Model;
import dev.parley.agent.model.ModelCall;
import dev.parley.agent.model.ModelFailure;
import dev.parley.agent.model.ModelListener;
import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ModelReply;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.Models;
import dev.parley.agent.model.StopReason;
import dev.parley.agent.model.ToolRequest;
import dev.parley.agent.model.Transcript;
import dev.parley.agent.model.Verbatim;
import dev.parley.platform.messaging.WireJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model that does what the last message of the user says: {@code say a b c}, {@code remember} (tells what it was told
 * before), {@code refuse} (it does not even begin, so that another one stands in for it), {@code tool NAME,NAME} (then says what came of it), {@code think NAME} (likewise, with {@link #THOUGHTS}), {@code hand ASSISTANT TASK;TASK} (likewise),
 * {@code loop} (asks for a tool again and again), {@code break},
 * {@code ponder} and {@code flood} (little and much, until it is told to stop). What is to be summed up it counts.
 */
final class ScriptedModel implements Models, Model {
    /** The same, but it costs what the table says. */
    static final String PAID = "openai:gpt-4o-mini";

    /** The same, and nobody stands in for it. */
    static final String ALONE = "alone";

    /** The same, of the same provider, and who stands in for it always fails. */
    static final String FRAIL = "scripted:frail";

    /** What {@code think} has the model think. */
    static final Verbatim THOUGHTS = new Verbatim("scripted", "[{\"type\":\"redacted_thinking\",\"data\":\"x\"}]");

    private record Named(String name, Model model) implements Model {

        @Override
        public ModelCall start(ModelRequest request, ModelListener listener) {
            return model.start(request, listener);
        }
    }

    private record StandIn() implements Model {
        @Override
        public String name() {
            return "stand-in";
        }

        @Override
        public ModelCall start(ModelRequest request, ModelListener listener) {
            Thread.ofVirtual().start(() -> say(listener, "I stand in."));
            return () -> {};
        }
    }

    private record Failing() implements Model {
        @Override
        public String name() {
            return "failing";
        }

        @Override
        public ModelCall start(ModelRequest request, ModelListener listener) {
            listener.failed(new ModelFailure(ModelFailure.Code.MODEL_UNAVAILABLE, "Never.", false, null, null));
            return () -> {};
        }
    }

    final Queue<ModelRequest> requests = new ConcurrentLinkedQueue<>();

    @Override
    public String defaultName() {
        return name();
    }

    @Override
    public List<String> offers() {
        return List.of(name());
    }

    @Override
    public Optional<Model> find(String name) {
        return switch (name) {
            case "scripted" -> Optional.of(this);
            case PAID, ALONE, FRAIL -> Optional.of(new Named(name, this));
            default -> Optional.empty();
        };
    }

    @Override
    public List<Model> lineup(String name) {
        return switch (name) {
            case "scripted" -> List.of(this, new StandIn());
            case FRAIL -> List.of(new Named(name, this), new Failing());
            default -> Models.super.lineup(name);
        };
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public ModelCall start(ModelRequest request, ModelListener listener) {
        requests.add(request);
        Transcript transcript = Transcript.in(request.messages()).orElse(null);
        if (transcript != null) {
            Thread.ofVirtual().start(() -> say(listener, sum(transcript)));
            return () -> {};
        }
        if (lastOrder(request).equals("ponder")) {
            listener.text("Hm… ");
            return () -> listener.finished(new ModelReply("Hm… ", List.of(), StopReason.CANCELLED, 10, 1));
        }
        if (lastOrder(request).equals("flood")) {
            listener.text("drop ".repeat(100_000));
            return () -> listener.finished(new ModelReply("", List.of(), StopReason.CANCELLED, 10, 100_000));
        }
        Thread.ofVirtual().start(() -> answer(request, listener));
        return () -> {};
    }

    private static String sum(Transcript transcript) {
        int before = transcript.summary().isEmpty()
                ? 0
                : Integer.parseInt(transcript.summary().split(" ", 2)[0]);
        return before + transcript.said().size() + " messages were summed up.";
    }

    private static void answer(ModelRequest request, ModelListener listener) {
        String order = lastOrder(request);
        switch (order.split(" ", 2)[0]) {
            case "say" -> say(listener, order.substring(4).split(" "));
            case "remember" -> say(listener, said(request));
            case "tool" -> tool(request, listener, order.substring(5), null);
            case "think" -> tool(request, listener, order.substring(6), THOUGHTS);
            case "hand" -> hand(request, listener, order.substring(5).split(" ", 2));
            case "loop" -> askForTool(listener, "", "reading", null);
            case "refuse" ->
                listener.failed(new ModelFailure(ModelFailure.Code.MODEL_OVERLOADED, "Not now.", true, null, null));
            case "reject" ->
                listener.failed(
                        new ModelFailure(ModelFailure.Code.MODEL_REJECTED_REQUEST, "Not so.", false, null, null));
            case "break" -> {
                listener.text("half ");
                listener.failed(new ModelFailure(ModelFailure.Code.MODEL_CUT_OFF, "It broke off.", true, null, null));
            }
            default -> say(listener, "?");
        }
    }

    private static void tool(ModelRequest request, ModelListener listener, String name, @Nullable Verbatim verbatim) {
        if (request.messages().getLast() instanceof ModelMessage.ToolAnswer answer) {
            say(listener, answer.content());
        } else {
            listener.text("Looking.");
            askForTool(listener, "Looking.", name, verbatim);
        }
    }

    /** One task or several, with semicolons between. */
    private static void hand(ModelRequest request, ModelListener listener, String... toWhom) {
        if (request.messages().getLast() instanceof ModelMessage.ToolAnswer answer) {
            say(listener, answer.content());
            return;
        }
        List<ToolRequest> calls = Stream.of(toWhom[1].split(";"))
                .map(task -> new ToolRequest(
                        "call-" + task,
                        "hand_to_" + toWhom[0],
                        WireJson.mapper().writeValueAsString(Map.of("task", task))))
                .toList();
        listener.finished(new ModelReply("", calls, StopReason.TOOL_REQUESTS, 10, 1));
    }

    /** One or several, with commas between. */
    private static void askForTool(ModelListener listener, String text, String names, @Nullable Verbatim verbatim) {
        List<ToolRequest> calls = Stream.of(names.split(","))
                .map(name -> new ToolRequest("call-" + name, name, "{\"word\":\"x\"}"))
                .toList();
        listener.finished(new ModelReply(text, calls, StopReason.TOOL_REQUESTS, 10, 1, verbatim));
    }

    private static void say(ModelListener listener, String... pieces) {
        List.of(pieces).forEach(listener::text);
        listener.finished(new ModelReply(String.join("", pieces), List.of(), StopReason.STOP, 10, pieces.length));
    }

    private static String lastOrder(ModelRequest request) {
        return users(request).getLast();
    }

    private static String said(ModelRequest request) {
        List<String> all = users(request);
        return String.join("|", all.subList(0, all.size() - 1));
    }

    private static List<String> users(ModelRequest request) {
        return request.messages().stream()
                .filter(ModelMessage.User.class::isInstance)
                .map(ModelMessage.User.class::cast)
                .map(ModelMessage.User::text)
                .toList();
    }
}
