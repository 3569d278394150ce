package dev.parley.system.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Starts a stack as people do, on free ports, with the LLM simulator for its provider and a tool of a file. */
final class Up {
    /** Where this build puts what it makes. */
    static final Path TARGET = Path.of("target").toAbsolutePath();

    private Up() {}

    static Command.Result run(Kind kind, Path data, Outside outside, Consumer<String> told) {
        List<String> arguments = new ArrayList<>(List.of("--detach", "--data", data.toString()));
        arguments.addAll(kind.options());
        Stream.of("--port", "--kafka-port", "--postgres-port").forEach(port -> arguments.addAll(List.of(port, "0")));
        return Command.run(environment(kind, outside), told, "up", arguments.toArray(String[]::new));
    }

    private static Map<String, String> environment(Kind kind, Outside outside) {
        String llm = outside.llm().baseUrl();
        Map<String, String> environment = new HashMap<>(kind.isMeasured() ? Coverage.variables(TARGET) : Map.of());
        environment.put("OPENAI_API_KEY", "sim");
        environment.put("OPENAI_BASE_URL", llm);
        environment.put("ANTHROPIC_API_KEY", "sim");
        environment.put("ANTHROPIC_BASE_URL", llm);
        environment.put(
                "MODEL_ENDPOINTS", "[{\"name\": \"own\", \"base_url\": \"" + llm + "\", \"api_key\": \"sim\"}]");
        // A key alone would make its provider the default.
        environment.put("TEXT_MODEL_NAME", "offline");
        environment.put("TOOLS_DIR", tools(outside.bookings()).toString());
        environment.put("OFFLINE_TOKEN_GAP_MS", "2");
        environment.put("ENVIRONMENT", "development");
        environment.put("PARLEY_BUILD", "false");
        // All visitors of these tests have one address.
        environment.put("RATE_LIMIT_PER_MINUTE", "0");
        environment.put("MAX_STREAMS_PER_CALLER", "0");
        environment.put("MAX_CONNECTIONS_PER_ADDRESS", "0");
        return environment;
    }

    private static Path tools(Bookings bookings) {
        Path folder = TARGET.resolve("tools");
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(Bookings.TOOL + ".yaml"), bookings.toolFile());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
