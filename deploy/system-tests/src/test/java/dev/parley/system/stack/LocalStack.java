package dev.parley.system.stack;

import dev.parley.simulator.llm.LlmSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A stack of these tests' own: {@code deploy/local/up} on free ports, with data of its own and the LLM simulator behind it. */
public final class LocalStack implements Stack {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private final String name;
    private final Path data;
    private final Thread atExit = new Thread(this::down, "stop-stack");
    private StackStatus first = new StackStatus("", "", 0, 0, List.of());
    private boolean running;

    private LocalStack(String name, Path data) {
        this.name = name;
        this.data = data;
    }

    static LocalStack up(String name, LlmSimulator llm, String option) {
        LocalStack stack = new LocalStack(name, TARGET.resolve("stack-" + name));
        stack.start(llm, option);
        return stack;
    }

    @Override
    public String gateway() {
        return first.gatewayUrl();
    }

    @Override
    public String brokers() {
        return first.brokers();
    }

    @Override
    public String simulated(String model) {
        return "openai:" + model;
    }

    /** How it is now. */
    public StackStatus status() {
        Command.Result result = Command.run(Map.of(), _ -> {}, "status", "--json", "--data", data.toString());
        if (result.code() != 0) {
            throw new AssertionError("status: " + result.text());
        }
        return StackStatus.parse(result.text());
    }

    /** How it was when it had just started. */
    public StackStatus atStart() {
        return first;
    }

    /** The spans, a line each, of a stack that writes traces. */
    public Path traces() {
        return data.resolve("traces.jsonl");
    }

    /** The logs of all parts: of the services lines of JSON. */
    public List<Path> logs() {
        try (Stream<Path> files = Files.list(data.resolve("logs"))) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends a process as the power does. */
    public static void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Ends all services at once, for a stack that could not be drained any more. */
    public void killServices() {
        status().services().stream()
                .map(StackStatus.Service::pid)
                .filter(pid -> pid != 0)
                .forEach(LocalStack::kill);
    }

    void close() {
        if (running) {
            down();
            Runtime.getRuntime().removeShutdownHook(atExit);
        }
    }

    private void start(LlmSimulator llm, String option) {
        clear();
        running = true;
        Runtime.getRuntime().addShutdownHook(atExit);
        List<String> arguments = new ArrayList<>(List.of("--detach", option, "--data", data.toString()));
        Stream.of("--port", "--kafka-port", "--postgres-port").forEach(port -> arguments.addAll(List.of(port, "0")));
        Command.Result result = Command.run(environment(llm), this::tell, "up", arguments.toArray(String[]::new));
        if (result.code() != 0) {
            throw new IllegalStateException("The stack did not start:\n" + result.text());
        }
        first = status();
        tell("resident memory "
                + first.services().stream()
                        .mapToLong(StackStatus.Service::rssMb)
                        .sum() + " MB in the services: " + first.services());
    }

    /** What an earlier run has left, were it killed. */
    private void clear() {
        if (Files.exists(data)) {
            down();
        }
        try {
            FileSystemUtils.deleteRecursively(data);
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> environment(LlmSimulator llm) {
        Map<String, String> environment = new HashMap<>(Coverage.variables(TARGET));
        environment.put("OPENAI_API_KEY", "sim");
        environment.put("OPENAI_BASE_URL", llm.baseUrl());
        // A key alone would make its provider the default.
        environment.put("TEXT_MODEL_NAME", "offline");
        environment.put("OFFLINE_TOKEN_GAP_MS", "2");
        environment.put("ENVIRONMENT", "development");
        environment.put("PARLEY_BUILD", "false");
        return environment;
    }

    private void down() {
        running = false;
        Command.run(Map.of(), this::tell, "down", "--data", data.toString());
    }

    private void tell(String line) {
        System.out.println("[" + name + " stack] " + line);
    }
}
