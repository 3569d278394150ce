package dev.parley.bench.run;

import dev.parley.bench.knowledge.KnowledgeLoad;
import dev.parley.bench.process.Meter;
import dev.parley.bench.reads.Account;
import dev.parley.bench.reads.ListLoad;
import dev.parley.bench.report.Results;
import dev.parley.bench.stream.Shape;
import dev.parley.bench.stream.StreamLoad;
import dev.parley.bench.stream.Target;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Measures one part after the other, on one stack. */
final class Measurement {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration CEILING = Duration.ofSeconds(10);
    private static final Duration RAMP = Duration.ofSeconds(15);
    private static final Duration UNTIL_REST = Duration.ofSeconds(60);
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Shape WARM_UP = new Shape(40, Duration.ofMillis(50), Duration.ZERO);
    private static final Duration WARM_UP_TIME = Duration.ofSeconds(30);
    private static final int WARM_UP_STREAMS = 150;
    private static final int RAMP_FROM = 100;
    private static final int RAMP_STEP = 50;
    private static final int RAMP_MOST = 2000;
    private static final int READERS = 32;
    private static final Duration READS_BEFORE = Duration.ofSeconds(10);

    private final Stage stage;
    private final Wishes wishes;
    private final Clock clock;
    private final Consumer<String> told;
    private final String session = "bench-" + UUID.randomUUID();

    Measurement(Stage stage, Wishes wishes, Clock clock, Consumer<String> told) {
        this.stage = stage;
        this.wishes = wishes;
        this.clock = clock;
        this.told = told;
    }

    Results run(Results.Subject subject) throws InterruptedException {
        Duration fresh = stage.stack().upFresh();
        warmUp();
        List<Results.Step> steps = steps();
        List<Results.Step> ramp = wishes.ramp() ? ramp() : List.of();
        Optional<ListLoad.Measured> lists = wishes.lists() ? Optional.of(lists()) : Optional.empty();
        Optional<KnowledgeLoad.Measured> knowledge = wishes.knowledge() ? Optional.of(knowledge()) : Optional.empty();
        Optional<Results.Start> start = wishes.start() ? Optional.of(start(fresh)) : Optional.empty();
        return new Results(subject, steps, ramp, lists, knowledge, start);
    }

    /** The first answers of a process are no measure of what follows. */
    private void warmUp() throws InterruptedException {
        told.accept("Warming up");
        var _ = new StreamLoad(clock, WARM_UP, WARM_UP_TIME, PATIENCE).run(WARM_UP_STREAMS, parley(), stage.meter());
    }

    private List<Results.Step> steps() throws InterruptedException {
        List<Results.Step> steps = new ArrayList<>();
        for (int streams : wishes.streams()) {
            StreamLoad.Measured ceiling = ceiling(streams);
            steps.add(new Results.Step(measure(streams, wishes.window()), Optional.of(ceiling)));
        }
        return steps;
    }

    private List<Results.Step> ramp() throws InterruptedException {
        List<Results.Step> tried = new Ramp(RAMP_FROM, RAMP_STEP, RAMP_MOST).run(this::tryOut);
        List<Results.Step> shown = new ArrayList<>(tried);
        Optional<Results.Step> most = Results.most(tried);
        if (most.isPresent()) {
            StreamLoad.Measured best = most.get().parley();
            shown.set(
                    tried.indexOf(most.get()),
                    new Results.Step(best, Optional.of(ceiling(best.figures().streams()))));
        }
        return shown;
    }

    private Results.Step tryOut(int streams) throws InterruptedException {
        return new Results.Step(measure(streams, RAMP), Optional.empty());
    }

    private StreamLoad.Measured ceiling(int streams) throws InterruptedException {
        told.accept(streams + " streams, from the simulator alone");
        StreamLoad.Measured measured = new StreamLoad(clock, wishes.shape(), CEILING, Duration.ZERO)
                .run(streams, new Target.Model(stage.model()), stage.driversMeter());
        stage.awaitQuiet();
        return measured;
    }

    private StreamLoad.Measured measure(int streams, Duration window) throws InterruptedException {
        told.accept(streams + " streams");
        StreamLoad.Measured measured =
                new StreamLoad(clock, wishes.shape(), window, PATIENCE).run(streams, parley(), stage.meter());
        stage.awaitQuiet();
        told.accept("  " + measured.figures().brief());
        return measured;
    }

    private ListLoad.Measured lists() throws InterruptedException {
        told.accept("Lists of conversations");
        Account account = Account.register(stage.stack().gateway());
        account.converse();
        return new ListLoad(READERS, READS_BEFORE, wishes.window()).run(account, stage.meter());
    }

    private KnowledgeLoad.Measured knowledge() throws InterruptedException {
        told.accept("Documents");
        return new KnowledgeLoad(
                        clock,
                        stage.stack().gateway(),
                        stage.stack().database("agent"),
                        wishes.shape(),
                        wishes.window())
                .run(parley(), stage.meter());
    }

    private Results.Start start(Duration fresh) throws InterruptedException {
        stage.stack().down();
        Duration again = stage.stack().upAgain();
        told.accept("Rest");
        Meter meter = stage.meter();
        Thread.sleep(UNTIL_REST);
        Meter.Reading before = meter.read();
        Thread.sleep(REST);
        return new Results.Start(fresh, again, meter.read().since(before));
    }

    private Target parley() {
        return new Target.Parley(stage.stack().gateway(), session);
    }
}
