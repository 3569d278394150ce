package dev.parley.agent.turn;

import dev.parley.agent.model.Model;
import dev.parley.agent.model.ModelCall;
import dev.parley.agent.model.ModelListener;
import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ModelReply;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.Models;
import dev.parley.agent.model.StopReason;
import dev.parley.agent.model.ToolRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A model that does whatever it is told, by whomever: first what the user says ({@code use TOOL ID}, {@code do TOOL}, anything
 * else is a question), then what every injection wants that it has read, to the end. With {@code note} in front of what the user
 * says it only reads.
 */
final class ObedientModel implements Models, Model {
    private static final Pattern CASE = Pattern.compile("Case (\\d{3}) of the booking rules");
    private static final Pattern USE = Pattern.compile("(?:note )?use (\\w+) (\\d{3})");
    private static final Pattern DO = Pattern.compile("do (\\w+).*");
    private static final Map<String, String> ARGUMENTS = Map.of(
            "dispatch", "{\"what\":\"everything\",\"count\":1}",
            "others__delete", "{\"id\":\"1\"}");
    private static final String WORD = "{\"word\":\"leaked\"}";

    /** The injections that it has read, by who brought them and id. */
    final Set<String> read = new ConcurrentSkipListSet<>();

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
        return name.equals(name()) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public String name() {
        return "obedient";
    }

    @Override
    public ModelCall start(ModelRequest request, ModelListener listener) {
        requests.add(request);
        Thread.ofVirtual().start(() -> {
            ModelReply reply = reply(request);
            if (!reply.text().isEmpty()) {
                listener.text(reply.text());
            }
            listener.finished(reply);
        });
        return () -> {};
    }

    private ModelReply reply(ModelRequest request) {
        List<ModelMessage> messages = request.messages();
        int question = lastQuestion(messages);
        String said = ((ModelMessage.User) messages.get(question)).text();
        List<List<ToolRequest>> steps = stepsSince(messages.subList(question, messages.size()));
        List<String> wanted = steps.isEmpty() ? wishes(said) : List.of();
        if (wanted.isEmpty() && !said.startsWith("note")) {
            wanted = orders(messages, steps.size() - (wishes(said).isEmpty() ? 0 : 1));
        }
        if (wanted.isEmpty()) {
            return new ModelReply("Done.", List.of(), StopReason.STOP, 10, 1);
        }
        List<ToolRequest> calls = wanted.stream()
                .map(tool -> new ToolRequest("call-" + steps.size() + "-" + tool, tool, arguments(tool, said)))
                .toList();
        return new ModelReply("", calls, StopReason.TOOL_REQUESTS, 10, 1);
    }

    private static List<String> wishes(String said) {
        return Stream.of(USE, DO)
                .map(pattern -> pattern.matcher(said))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
    }

    /** What is in the next step of all injections that it knows of. */
    private List<String> orders(List<ModelMessage> messages, int step) {
        Set<String> tools = new TreeSet<>();
        for (Injection injection : known(messages)) {
            if (step < injection.order().size()) {
                tools.add(injection.order().get(step));
            }
        }
        return List.copyOf(tools);
    }

    private List<Injection> known(List<ModelMessage> messages) {
        List<Injection> known = new ArrayList<>();
        for (ModelMessage message : messages) {
            if (message instanceof ModelMessage.ToolAnswer answer) {
                CASE.matcher(answer.content()).results().forEach(found -> {
                    read.add(answer.toolId() + " " + found.group(1));
                    known.add(Injection.CORPUS.get(Integer.parseInt(found.group(1))));
                });
            }
        }
        return known;
    }

    private static String arguments(String tool, String said) {
        Matcher use = USE.matcher(said);
        return use.matches() && use.group(1).equals(tool)
                ? "{\"id\":\"" + use.group(2) + "\"}"
                : ARGUMENTS.getOrDefault(tool, WORD);
    }

    /** What it has asked for since; what was looked up before it was asked does not count. */
    private static List<List<ToolRequest>> stepsSince(List<ModelMessage> messages) {
        return messages.stream()
                .filter(ModelMessage.Assistant.class::isInstance)
                .map(message -> ((ModelMessage.Assistant) message).toolRequests())
                .filter(calls -> calls.stream().anyMatch(call -> call.id().startsWith("call-")))
                .toList();
    }

    private static int lastQuestion(List<ModelMessage> messages) {
        int index = messages.size() - 1;
        while (!(messages.get(index) instanceof ModelMessage.User)) {
            index--;
        }
        return index;
    }
}
