package dev.parley.system.stack;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A stack of these tests' own: {@code deploy/local/up} on free ports, with data of its own and the LLM simulator behind it. */
public final class LocalStack implements Stack {
    private static final Duration DRAINS_WITHIN = Duration.ofSeconds(60);

    /** On a machine that has much else to do. */
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(8);

    private final Kind kind;
    private final Outside outside;
    private final Path data;
    private final Thread atExit = new Thread(this::down, "stop-stack");
    private final BrokerDisk brokerDisk;
    private StackStatus first = new StackStatus("", "", 0, "", 0, List.of());
    private boolean running;

    private LocalStack(Kind kind, Outside outside) {
        this.kind = kind;
        this.outside = outside;
        this.data = Up.TARGET.resolve("stack-" + kind.folder());
        this.brokerDisk = new BrokerDisk(data.resolve("kafka"));
    }

    static LocalStack up(Kind kind, Outside outside) {
        LocalStack stack = new LocalStack(kind, outside);
        stack.start();
        return stack;
    }

    Kind kind() {
        return kind;
    }

    @Override
    public String gateway() {
        return first.gatewayUrl();
    }

    /** The addresses of all its gateways. */
    public List<String> gateways() {
        return first.replicas("gateway-service").stream()
                .map(StackStatus.Service::url)
                .toList();
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

    /** What its tool of a file asks. */
    public Bookings bookings() {
        return outside.bookings();
    }

    /** Where the broker keeps its log. */
    public BrokerDisk brokerDisk() {
        return brokerDisk;
    }

    /** The log of a part, or of something that runs beside them. */
    public Path logOf(String name) {
        return data.resolve("logs").resolve(name + ".log");
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

    /** Waits until a part that has gone, or is going, serves again under another process. */
    public StackStatus.Service awaitRestart(StackStatus.Service gone) {
        await(gone.name() + " ends").atMost(DRAINS_WITHIN).until(() -> !isAlive(gone.pid()));
        await(gone.name() + " is ready again")
                .atMost(STARTS_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .until(gone::isReady);
        return status().service(gone.name());
    }

    /** Waits until all services can serve. */
    public void awaitAllReady() {
        await("all services are ready")
                .atMost(STARTS_WITHIN)
                .until(() -> first.services().stream().allMatch(StackStatus.Service::isReady));
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
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

    private void start() {
        clear();
        running = true;
        if (kind == Kind.REPLICATED) {
            brokerDisk.mount();
        }
        Runtime.getRuntime().addShutdownHook(atExit);
        Command.Result result = Up.run(kind, data, outside, this::tell);
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
            brokerDisk.unmount();
            FileSystemUtils.deleteRecursively(data);
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void down() {
        running = false;
        Command.run(Map.of(), this::tell, "down", "--data", data.toString());
        brokerDisk.unmount();
    }

    private void tell(String line) {
        System.out.println("[" + kind.folder() + " stack] " + line);
    }
}
