package dev.parley.system.stack;

import dev.parley.simulator.llm.LlmSimulator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stacks of a run, each started when it is first asked for, all stopped at the end. */
final class Stacks implements AutoCloseable {
    private final List<LocalStack> started = new ArrayList<>();
    private @Nullable LlmSimulator llm;
    private @Nullable Stack main;
    private @Nullable LocalStack traced;
    private @Nullable RuntimeException broken;

    synchronized Stack main() {
        if (main == null) {
            main = RunningStack.isWanted() ? RunningStack.ofProperties() : start("main", "--watch");
        }
        return main;
    }

    synchronized LocalStack traced() {
        if (traced == null) {
            traced = start("traced", "--trace");
        }
        return traced;
    }

    synchronized List<LocalStack> started() {
        return List.copyOf(started);
    }

    @Override
    public synchronized void close() {
        started.forEach(LocalStack::close);
        if (llm != null) {
            llm.close();
        }
    }

    /** What did not start once is not tried again for every test. */
    private LocalStack start(String name, String option) {
        if (broken != null) {
            throw broken;
        }
        if (llm == null) {
            llm = LlmSimulator.start();
        }
        try {
            LocalStack stack = LocalStack.up(name, llm, option);
            started.add(stack);
            return stack;
        } catch (RuntimeException e) {
            broken = e;
            throw e;
        }
    }
}
