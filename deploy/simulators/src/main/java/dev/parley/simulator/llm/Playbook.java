package dev.parley.simulator.llm;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which script a request gets, and how often it came before. Thread-safe. */
final class Playbook {
    private static final int REMEMBERED = 1000;

    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final Map<Place, Integer> attempts = new LinkedHashMap<>();
    private volatile Rule otherwise = new Rule(new Object(), request -> true, Script.echo());

    private @Nullable Fail embeddings;

    void add(Predicate<ChatRequestView> when, Script script) {
        rules.addFirst(new Rule(new Object(), when, script));
    }

    void byDefault(Script script) {
        otherwise = new Rule(new Object(), request -> true, script);
    }

    /** Of the requests for embeddings that come next. */
    synchronized void failEmbeddings(Fail fail) {
        embeddings = fail;
    }

    synchronized Optional<ApiError> embeddingFailure() {
        if (embeddings == null || embeddings.times() == 0) {
            return Optional.empty();
        }
        embeddings = embeddings.times(embeddings.times() - 1);
        return Optional.of(embeddings.error());
    }

    synchronized void clear() {
        embeddings = null;
        rules.clear();
        attempts.clear();
        byDefault(Script.echo());
    }

    /** @throws IllegalArgumentException when the message carries a directive that cannot be read */
    Reply reply(ChatRequestView request, Clock clock) {
        Optional<Rule> rule =
                rules.stream().filter(each -> each.when().test(request)).findFirst();
        return rule.map(found -> byRule(found, request, clock)).orElseGet(() -> byItself(request, clock));
    }

    private Reply byItself(ChatRequestView request, Clock clock) {
        Directives directives = Directives.in(request.lastUserText());
        Optional<SimModel> model = SimModel.named(request.model());
        if (directives.none()) {
            return model.map(named -> new ScriptReader(request, 0, clock).read(named.script()))
                    .orElseGet(() -> byRule(otherwise, request, clock));
        }
        return byDirectives(DirectedScript.of(directives.all(), model), request, clock);
    }

    private Reply byRule(Rule rule, ChatRequestView request, Clock clock) {
        int attempt = nextAttempt(new Place(rule.id(), request.round()));
        return new ScriptReader(request, attempt, clock).read(rule.script());
    }

    /** The same messages to the same model are another attempt, until one has succeeded. */
    private Reply byDirectives(Script script, ChatRequestView request, Clock clock) {
        Place place = new Place(new Question(request.model(), request.body().path("messages")), request.round());
        Reply reply = new ScriptReader(request, nextAttempt(place), clock).read(script);
        if (!reply.spoilt()) {
            forget(place);
        }
        return reply;
    }

    private synchronized int nextAttempt(Place place) {
        if (attempts.size() >= REMEMBERED && !attempts.containsKey(place)) {
            attempts.remove(attempts.keySet().iterator().next());
        }
        return attempts.merge(place, 1, Integer::sum) - 1;
    }

    private synchronized void forget(Place place) {
        attempts.remove(place);
    }

    private record Rule(Object id, Predicate<ChatRequestView> when, Script script) {}

    private record Question(String model, JsonNode messages) {}

    private record Place(Object source, int round) {}
}
