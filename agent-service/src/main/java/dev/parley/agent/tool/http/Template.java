package dev.parley.agent.tool.http;

import dev.parley.agent.yaml.WrongField;
import dev.parley.platform.messaging.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text with places for arguments ({@code {name}}) and variables ({@code ${NAME}}). Variables are filled in when it is
 * read, arguments once in each call: what an argument says is never looked at for places.
 */
record Template(List<Part> parts) {
    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}|\\{(\\w+)}");

    sealed interface Part {}

    record Text(String text) implements Part {}

    record Argument(String name) implements Part {}

    /** @throws WrongField when a variable is not set, or no parameter has the name of an argument */
    static Template of(String text, String field, Set<String> parameters, Secrets secrets) {
        List<Part> parts = new ArrayList<>();
        Matcher places = PLACE.matcher(text);
        int end = 0;
        while (places.find()) {
            parts.add(new Text(text.substring(end, places.start())));
            String variable = places.group(1);
            parts.add(
                    variable == null
                            ? new Argument(known(places.group(2), field, parameters))
                            : new Text(secrets.value(variable, field)));
            end = places.end();
        }
        parts.add(new Text(text.substring(end)));
        return new Template(
                parts.stream().filter(it -> !it.equals(new Text(""))).toList());
    }

    private static String known(String argument, String field, Set<String> parameters) {
        if (!parameters.contains(argument)) {
            throw new WrongField(field, "has {" + argument + "}, which is none of the parameters");
        }
        return argument;
    }

    Set<String> arguments() {
        return parts.stream()
                .filter(Argument.class::isInstance)
                .map(part -> ((Argument) part).name())
                .collect(Collectors.toSet());
    }

    /** The argument that is all there is: its value may be of any type. */
    @Nullable
    String onlyArgument() {
        return parts.size() == 1 && parts.getFirst() instanceof Argument(String name) ? name : null;
    }

    /** The same, with what the file says itself encoded. */
    Template encoded(UnaryOperator<String> encoding) {
        return new Template(parts.stream()
                .map(part -> part instanceof Text(String text) ? new Text(encoding.apply(text)) : part)
                .toList());
    }

    /** Null when an argument was left out. */
    @Nullable
    String fill(Map<String, @Nullable Object> arguments, UnaryOperator<String> encoding) {
        var filled = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Text(String text) -> filled.append(text);
                case Argument(String name) -> {
                    Object value = arguments.get(name);
                    if (value == null) {
                        return null;
                    }
                    filled.append(encoding.apply(text(value)));
                }
            }
        }
        return filled.toString();
    }

    private static String text(Object value) {
        return value instanceof String text ? text : WireJson.mapper().writeValueAsString(value);
    }
}
