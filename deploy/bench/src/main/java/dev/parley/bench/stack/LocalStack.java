package dev.parley.bench.stack;

import dev.parley.bench.process.Watched;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A stack of the benchmark's own, on free ports, brought up and down by the commands of {@code deploy/local}. */
public final class LocalStack {
    private static final List<String> FREE_PORTS = List.of("--port", "0", "--kafka-port", "0", "--postgres-port", "0");

    private final Path data;
    private final URI model;
    private final Commands loud;
    private final Commands quiet;
    private StackStatus running = StackStatus.NONE;

    /**
     * A stack that does not run yet.
     *
     * @param root the checkout
     * @param data where it keeps its data
     * @param model the base URL of the provider
     * @param told gets what the commands say
     */
    public LocalStack(Path root, Path data, URI model, Consumer<String> told) {
        Path local = root.resolve("deploy").resolve("local");
        this.data = data;
        this.model = model;
        this.loud = new Commands(local, told);
        this.quiet = new Commands(local, _ -> {});
    }

    /** Starts it without what earlier runs have left, and gives the time until it was ready. */
    public Duration upFresh() throws InterruptedException {
        down();
        return up("--fresh");
    }

    /** Starts it on its data. */
    public Duration upAgain() throws InterruptedException {
        return up();
    }

    public void down() throws InterruptedException {
        quiet.run(Map.of(), command("down"));
    }

    public URI gateway() {
        return running.gateway();
    }

    /** One of its databases as its owner, for JDBC. */
    public String database(String name) {
        URI all = URI.create(running.database());
        String[] owner = all.getUserInfo().split(":", 2);
        return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s"
                .formatted(all.getHost(), all.getPort(), name, owner[0], owner[1]);
    }

    /** The processes of the stack by name, its launcher last. */
    public Map<String, Watched> processes() {
        Map<String, Watched> processes = new LinkedHashMap<>();
        running.services().forEach((name, pid) -> processes.put(name, Watched.alone(process(pid))));
        ProcessHandle kafka = process(running.kafka());
        processes.put("kafka", Watched.alone(kafka));
        processes.put("postgres", Watched.withChildren(process(running.postgres())));
        kafka.parent().ifPresent(launcher -> processes.put("launcher", Watched.alone(launcher)));
        return processes;
    }

    private static ProcessHandle process(long pid) {
        return ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException("No process " + pid + " any more"));
    }

    private Duration up(String... options) throws InterruptedException {
        List<String> command = command("up");
        command.add("--detach");
        command.addAll(FREE_PORTS);
        command.addAll(List.of(options));
        long start = System.nanoTime();
        loud.run(environment(), command);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        running = status();
        return took;
    }

    private StackStatus status() throws InterruptedException {
        List<String> command = command("status");
        command.add("--json");
        return StackStatus.parse(String.join("\n", quiet.run(Map.of(), command)));
    }

    private List<String> command(String name) {
        return new ArrayList<>(List.of("./" + name, "--data", data.toString()));
    }

    private Map<String, String> environment() {
        return Map.of(
                "OPENAI_API_KEY", "bench",
                "OPENAI_BASE_URL", model.toString(),
                "TEXT_MODEL_NAME", "offline",
                "ENVIRONMENT", "development",
                // The script in front has built what was stale.
                "PARLEY_BUILD", "false",
                // All load comes from one address.
                "RATE_LIMIT_PER_MINUTE", "0",
                "MAX_STREAMS_PER_CALLER", "0",
                "MAX_CONNECTIONS_PER_ADDRESS", "0");
    }
}
