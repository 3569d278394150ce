package dev.parley.agent.assistant;

import dev.parley.agent.prompt.Prompt;
import dev.parley.agent.yaml.WrongField;
import java.time.LocalDate;

/**
 * What an assistant is told about its part.
 *
 * @param version recorded with every answer, such as {@code researcher/1}
 * @param text in which <code>{{today}}</code> stands for the date
 */
public record Instructions(String version, String text) {
    private static final int LONGEST = 64_000;
    private static final String TODAY = "{{today}}";

    /** @throws WrongField when it is too long, or has another variable */
    public Instructions {
        if (text.length() > LONGEST || text.replace(TODAY, "").contains("{{")) {
            throw new WrongField(
                    "prompt", "must be " + LONGEST + " characters at most, without a variable but " + TODAY);
        }
    }

    Prompt on(LocalDate day) {
        return new Prompt(version, text.replace(TODAY, day.toString()));
    }
}
