package dev.parley.system.stack;

import dev.parley.system.visitor.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A line of a log, for people who have many of them before their eyes. */
final class LogLine {
    private static final int LONGEST = 400;

    private LogLine() {}

    /** Of a line of JSON what matters first; other lines as they are. */
    static String readable(String line) {
        if (!line.startsWith("{")) {
            return shortened(line);
        }
        try {
            return shortened(of(Json.read(line)));
        } catch (JacksonException halfWritten) {
            return shortened(line);
        }
    }

    private static String of(JsonNode line) {
        String cause = line.path("stack_trace").asString("").lines().findFirst().orElse("");
        return line.path("@timestamp").asString("") + " "
                + line.path("level").asString("") + " "
                + line.path("logger_name").asString("").replaceFirst(".*\\.", "") + ": "
                + line.path("message").asString("")
                + (cause.isEmpty() ? "" : " ← " + cause);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
