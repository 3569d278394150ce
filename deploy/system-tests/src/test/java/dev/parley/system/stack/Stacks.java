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

    private LocalStack start(String name, String option) {
        if (llm == null) {
            llm = LlmSimulator.start();
        }
        LocalStack stack = LocalStack.up(name, llm, option);
        started.add(stack);
        return stack;
    }
}
