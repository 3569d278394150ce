package dev.parley.bench.run;

import dev.parley.bench.report.Machine;
import dev.parley.bench.report.Results;
import dev.parley.bench.report.ResultsFile;
import dev.parley.bench.stack.Checkout;
import dev.parley.bench.stream.Shape;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program behind the script. */
@Command(
        name = "deploy/bench/run",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "Starts a stack of its own, measures it, and adds the figures to results.md. Without --streams,"
                + " --ramp, --lists, --knowledge and --start it measures all of these.")
public final class Bench implements Callable<Integer> {

    @Option(
            names = "--streams",
            split = ",",
            paramLabel = "N",
            description = "Measure so many streams at once, one after the other (usual: 20,300,600)")
    private List<Integer> streams = List.of();

    @Option(names = "--ramp", description = "Look for the most streams that hold")
    private boolean ramp;

    @Option(names = "--lists", description = "Measure lists of 20 conversations over 32 connections")
    private boolean lists;

    @Option(
            names = "--knowledge",
            description = "Measure 50 streams while documents are taken in, and searches in 50 000 chunks")
    private boolean knowledge;

    @Option(names = "--start", description = "Measure a second start, and the rest after it")
    private boolean start;

    @Option(names = "--tokens", paramLabel = "N", description = "Tokens of an answer (default ${DEFAULT-VALUE})")
    private int tokens = 200;

    @Option(
            names = "--gap",
            paramLabel = "MS",
            description = "Between two tokens of a stream (default ${DEFAULT-VALUE})")
    private int gap = 50;

    @Option(
            names = "--first",
            paramLabel = "MS",
            description = "What the model itself takes until its first token (default ${DEFAULT-VALUE})")
    private int first = 0;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "How long --streams and --lists measure (default ${DEFAULT-VALUE})")
    private int seconds = 30;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        Checkout checkout = new Checkout(Path.of(System.getProperty("parley.root")));
        Clock clock = Clock.systemUTC();
        Results.Subject subject =
                new Results.Subject(clock.instant(), checkout.commit(), Machine.here(), wishes().shape(), command());
        try (Stage stage = new Stage(checkout, Bench::tell)) {
            Results results = new Measurement(stage, wishes(), clock, Bench::tell).run(subject);
            tell(new ResultsFile(checkout.bench()).add(results));
        }
        return 0;
    }

    Wishes wishes() {
        Shape shape = new Shape(tokens, Duration.ofMillis(gap), Duration.ofMillis(first));
        return new Wishes(streams, shape, Duration.ofSeconds(seconds), ramp, lists, knowledge, start).orAll();
    }

    private static void tell(String line) {
        System.out.println(line);
    }

    private String command() {
        return String.join(
                " ",
                Stream.concat(
                                Stream.of("deploy/bench/run"),
                                spec.commandLine().getParseResult().originalArgs().stream())
                        .toList());
    }
}
