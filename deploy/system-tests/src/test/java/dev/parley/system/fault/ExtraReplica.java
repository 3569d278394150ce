package dev.parley.system.fault;

import static org.awaitility.Awaitility.await;

import dev.parley.system.stack.StackStatus.Service;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One more replica of a service, run like one that runs already but for its ports and an option of its JVM. */
final class ExtraReplica implements AutoCloseable {
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);
    private static final int DRAINS_WITHIN_S = 40;

    private final Process process;
    private final Service service;
    private final Thread atExit;

    private ExtraReplica(Process process, Service service) {
        this.process = process;
        this.service = service;
        this.atExit = new Thread(process::destroyForcibly, "stop-extra-replica");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts one and waits until it is ready.
     *
     * @param log where it writes
     */
    static ExtraReplica like(Service running, String option, Path log) {
        int port = freePort();
        int managementPort = freePort();
        ProcessBuilder builder = new ProcessBuilder(command(running.pid(), option))
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        words(running.pid(), "environ").forEach(variable -> {
            String[] parts = variable.split("=", 2);
            builder.environment().put(parts[0], parts[1]);
        });
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().put("MANAGEMENT_PORT", Integer.toString(managementPort));
        try {
            Process process = builder.start();
            String name = running.name() + "-extra";
            ExtraReplica replica =
                    new ExtraReplica(process, new Service(name, process.pid(), port, managementPort, true, 0));
            return replica.ready();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Service service() {
        return service;
    }

    private ExtraReplica ready() {
        try {
            await(service.name() + " is ready")
                    .atMost(STARTS_WITHIN)
                    .pollInterval(Duration.ofMillis(200))
                    .failFast("it has ended", () -> !process.isAlive())
                    .until(service::isReady);
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, DRAINS_WITHIN_S, TimeUnit.SECONDS)
                .join();
        if (process.isAlive()) {
            process.destroyForcibly();
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private static List<String> command(long pid, String option) {
        List<String> command = new ArrayList<>(words(pid, "cmdline"));
        command.add(1, option);
        return command;
    }

    private static List<String> words(long pid, String file) {
        try {
            String text = Files.readString(Path.of("/proc", Long.toString(pid), file), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\0", -1))
                    .filter(word -> !word.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
