package dev.parley.agent.tool.http;

import dev.parley.agent.yaml.WrongField;
import java.util.HashSet;
import java.util.Set;

/** The variables that one tool's request uses, so that what comes back can be cleared of them. Filled before the first call. */
final class Secrets {
    private static final int SHORTEST = 6;

    private final Variables variables;
    private final Set<String> used = new HashSet<>();

    Secrets(Variables variables) {
        this.variables = variables;
    }

    /** @throws WrongField when there is no such variable */
    String value(String name, String field) {
        String value = variables.value(name);
        if (value == null || value.isBlank()) {
            throw new WrongField(field, "names the variable " + name + ", which is not set");
        }
        used.add(value);
        return value;
    }

    /** The text without them: a service may repeat in an error what it was sent. Shorter ones are in any text. */
    String mask(String text) {
        String masked = text;
        for (String secret : used) {
            masked = secret.length() < SHORTEST ? masked : masked.replace(secret, "***");
        }
        return masked;
    }
}
