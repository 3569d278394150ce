package dev.parley.simulator;

import dev.parley.simulator.inference.InferenceSimulator;
import dev.parley.simulator.llm.LlmSimulator;
import dev.parley.simulator.maps.MapsSimulator;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Starts one simulator, prints its base URL on a line of its own, and runs until it is told to stop. */
public final class Simulators {
    private static final String USAGE = "usage: (llm | maps | inference) [--port N] [--parent PID]";
    private static final int WRONG_USAGE = 2;

    private Simulators() {}

    public static void main(String[] args) throws InterruptedException {
        // Netty samples its buffers for leaks; here that is only a cost per token.
        System.setProperty("io.netty.leakDetection.level", "disabled");
        try {
            Running running = start(args);
            Runtime.getRuntime().addShutdownHook(new Thread(running.stop()));
            announce(running, System.out);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(WRONG_USAGE);
        }
        new CountDownLatch(1).await();
    }

    static Running start(String... args) {
        Map<String, Long> options = options(args);
        if (options.containsKey("--parent")) {
            endWith(options.get("--parent"));
        }
        int port = Math.toIntExact(options.getOrDefault("--port", 0L));
        return switch (args[0]) {
            case "llm" -> {
                LlmSimulator llm = LlmSimulator.start(port);
                yield new Running(llm.baseUrl(), llm::close);
            }
            case "maps" -> {
                MapsSimulator maps = MapsSimulator.start(port);
                yield new Running(maps.baseUrl(), maps::close);
            }
            case "inference" -> {
                InferenceSimulator inference = InferenceSimulator.start(port);
                yield new Running(inference.baseUrl(), inference::close);
            }
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    private static Map<String, Long> options(String... args) {
        if (args.length % 2 == 0) {
            throw new IllegalArgumentException(USAGE);
        }
        Map<String, Long> options = new HashMap<>();
        for (int i = 1; i < args.length; i += 2) {
            try {
                options.put(args[i], Long.parseUnsignedLong(args[i + 1]));
            } catch (NumberFormatException wrong) {
                throw new IllegalArgumentException(USAGE, wrong);
            }
        }
        return options;
    }

    /** A killed parent cannot stop its children: they watch it. */
    private static void endWith(long parent) {
        ProcessHandle process =
                ProcessHandle.of(parent).orElseThrow(() -> new IllegalArgumentException("no such parent"));
        var _ = process.onExit().thenRun(() -> System.exit(0));
    }

    private static void announce(Running running, PrintStream out) {
        out.println(running.baseUrl());
        out.flush();
    }

    record Running(String baseUrl, Runnable stop) {}
}
