package dev.parley.bench.run;

import dev.parley.bench.process.Meter;
import dev.parley.bench.process.Watched;
import dev.parley.bench.report.Costs;
import dev.parley.bench.stack.Checkout;
import dev.parley.bench.stack.LocalStack;
import dev.parley.bench.stack.SimulatorProcess;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What is measured and what drives it: they start together, and none is left. */
final class Stage implements AutoCloseable {
    private static final Duration QUIET = Duration.ofMinutes(3);

    private final SimulatorProcess simulator;
    private final LocalStack stack;
    private final Thread atExit = new Thread(this::end, "end");

    Stage(Checkout checkout, Consumer<String> told) {
        simulator = SimulatorProcess.start();
        stack = new LocalStack(
                checkout.root(), checkout.bench().resolve("target").resolve("stack"), simulator.base(), told);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    LocalStack stack() {
        return stack;
    }

    URI model() {
        return simulator.base();
    }

    /** Watches all processes that there are now. */
    Meter meter() {
        Map<String, Watched> processes = new LinkedHashMap<>(stack.processes());
        processes.putAll(drivers());
        return new Meter(processes);
    }

    /** Watches those that are not Parley's. */
    Meter driversMeter() {
        return new Meter(drivers());
    }

    /** Waits until nothing of what was measured goes on. */
    void awaitQuiet() throws InterruptedException {
        if (!simulator.awaitQuiet(QUIET)) {
            throw new IllegalStateException("Answers still run after " + QUIET.toSeconds() + " s");
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        end();
    }

    private void end() {
        try {
            stack.down();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            simulator.close();
        }
    }

    private Map<String, Watched> drivers() {
        Map<String, Watched> drivers = new LinkedHashMap<>();
        drivers.put(Costs.SIMULATOR, Watched.alone(simulator.process()));
        drivers.put(Costs.GENERATOR, Watched.alone(ProcessHandle.current()));
        return drivers;
    }
}
