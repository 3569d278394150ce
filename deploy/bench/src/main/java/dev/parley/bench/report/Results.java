package dev.parley.bench.report;

import dev.parley.bench.knowledge.KnowledgeLoad;
import dev.parley.bench.process.Usage;
import dev.parley.bench.reads.ListLoad;
import dev.parley.bench.stream.Shape;
import dev.parley.bench.stream.StreamLoad;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that one run has measured; parts that were not asked for are empty. */
public record Results(
        Subject subject,
        List<Step> steps,
        List<Step> ramp,
        Optional<ListLoad.Measured> lists,
        Optional<KnowledgeLoad.Measured> knowledge,
        Optional<Start> start) {

    /**
     * What was measured, when and where.
     *
     * @param command as it was typed
     */
    public record Subject(Instant at, String commit, Machine machine, Shape shape, String command) {}

    /**
     * So many streams through Parley.
     *
     * @param ceiling as many from the model itself, by the same generator
     */
    public record Step(StreamLoad.Measured parley, Optional<StreamLoad.Measured> ceiling) {
        int streams() {
            return parley.figures().streams();
        }
    }

    /**
     * The start of the stack.
     *
     * @param fresh until all was ready, with no data
     * @param again with the data of the run
     * @param rest what it used when nobody asked
     */
    public record Start(Duration fresh, Duration again, Usage rest) {}

    /** The most streams that hold. */
    public static Optional<Step> most(List<Step> tried) {
        return tried.stream()
                .filter(step -> step.parley().figures().holds())
                .max((one, other) -> Integer.compare(one.streams(), other.streams()));
    }

    /** Every number of streams once, in order; one that was measured longer counts. */
    List<Step> distinctSteps() {
        List<Step> all = new ArrayList<>(steps);
        ramp.stream()
                .filter(step -> steps.stream().noneMatch(other -> other.streams() == step.streams()))
                .forEach(all::add);
        all.sort((one, other) -> Integer.compare(one.streams(), other.streams()));
        return all;
    }
}
