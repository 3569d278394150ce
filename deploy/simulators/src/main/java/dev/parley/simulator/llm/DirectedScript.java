package dev.parley.simulator.llm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The script that the directives of a message ask for, in the voice of the request's model. */
final class DirectedScript {
    private final List<Directive> directives;
    private final Optional<SimModel> model;

    private DirectedScript(List<Directive> directives, Optional<SimModel> model) {
        this.directives = directives;
        this.model = model;
    }

    /** @throws IllegalArgumentException when a directive lacks what it needs */
    static Script of(List<Directive> directives, Optional<SimModel> model) {
        return new DirectedScript(directives, model).script();
    }

    /** The last thing said stands at the end; failures and rounds of calls are put before it, from right to left. */
    private Script script() {
        Pace pace = pace();
        Script script = say().at(pace)
                .with(trouble())
                .finish(last("finish").map(Directive::argument).orElse("stop"));
        List<ToolCall> round = new ArrayList<>();
        for (Directive directive : directives.reversed()) {
            if (directive.name().equals("tool")) {
                round.addFirst(toolCall(directive));
            } else if (endsRound(directive)) {
                script = before(script, round, pace);
                round.clear();
                script = directive.name().equals("error") ? failure(directive, script) : script;
            }
        }
        return before(script, round, pace);
    }

    private static boolean endsRound(Directive directive) {
        return directive.name().equals("then") || isFailure(directive);
    }

    private static boolean isFailure(Directive directive) {
        return directive.name().equals("error") && !directive.has("after");
    }

    private static Script before(Script next, List<ToolCall> round, Pace pace) {
        return round.isEmpty() ? next : new CallTools(List.of(), List.copyOf(round), "", pace, next);
    }

    private static ToolCall toolCall(Directive directive) {
        return new ToolCall(directive.argument(), directive.options().getOrDefault("arguments", "{}"));
    }

    private static Script failure(Directive directive, Script next) {
        Fail fail = Script.fail(directive.number())
                .times(directive.option("times", Integer.MAX_VALUE))
                .delay(directive.millis("delay"))
                .then(next);
        String code = directive.options().get("code");
        Fail coded = code == null ? fail : fail.code(code);
        return directive.has("retry_after")
                ? coded.retryAfter(Duration.ofSeconds(directive.option("retry_after", 0)))
                : coded;
    }

    private Say say() {
        for (Directive directive : directives) {
            switch (directive.name()) {
                case "say" -> {
                    return Script.say(directive.argument());
                }
                case "echo" -> {
                    return Script.echo();
                }
                case "tokens" -> {
                    return Script.tokens(directive.number());
                }
                default -> {}
            }
        }
        return unasked();
    }

    private Say unasked() {
        if (model.isPresent()) {
            return Script.tokens(model.get().tokens());
        }
        return last("tool").isPresent() ? Script.say(Wording::toolResults) : Script.echo();
    }

    private Pace pace() {
        Pace pace = model.map(SimModel::pace).orElse(Pace.DEFAULT);
        for (Directive directive : directives) {
            pace = directive.has("gap") ? pace.withGap(directive.millis("gap")) : pace;
            pace = directive.has("first") ? pace.withFirst(directive.millis("first")) : pace;
        }
        return pace;
    }

    private @Nullable Trouble trouble() {
        return directives.stream()
                .flatMap(directive -> trouble(directive).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<Trouble> trouble(Directive directive) {
        int after = directive.option("after", 0);
        Optional<Trouble> trouble =
                switch (directive.name()) {
                    case "stall" -> Optional.of(Trouble.stall(after, silence(directive)));
                    case "cut" -> Optional.of(Trouble.of(Trouble.Kind.CUT, after));
                    case "garbage" -> Optional.of(Trouble.of(Trouble.Kind.GARBAGE, after));
                    case "error" ->
                        directive.has("after")
                                ? Optional.of(Trouble.of(Trouble.Kind.ERROR, after))
                                : Optional.<Trouble>empty();
                    default -> Optional.<Trouble>empty();
                };
        return trouble.map(found -> found.onlyTimes(directive.option("times", Integer.MAX_VALUE)));
    }

    private static @Nullable Duration silence(Directive directive) {
        return directive.has("for") ? directive.millis("for") : null;
    }

    private Optional<Directive> last(String name) {
        return directives.reversed().stream()
                .filter(directive -> directive.name().equals(name))
                .findFirst();
    }
}
