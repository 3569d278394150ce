package dev.parley.bench.report;

import dev.parley.bench.process.Usage;
import dev.parley.bench.stream.Quantiles;
import dev.parley.bench.stream.StreamFigures;
import dev.parley.bench.stream.StreamLoad;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What streams got and cost, in tables. */
record StreamTables(List<Results.Step> steps) {

    /** A row for each number of streams. */
    String streams() {
        Table table = new Table(List.of(
                "streams",
                "first token p50 / p99, ms",
                "of it to the model",
                "lag p50 / p99 / max, ms",
                "tokens/s",
                "of ideal",
                "CPU ms / 1 000 tokens",
                "memory, MB",
                "answers",
                "faults"));
        steps.forEach(step -> table.row(row(step)));
        return table.toString();
    }

    String costs() {
        return byProcess("CPU ms / 1 000 tokens", (step, name) -> Table.number(Costs.perThousand(step, name)));
    }

    String memory() {
        return byProcess(
                "memory, MB",
                (step, name) -> Table.number(step.parley().usage().of(name).memoryMb()));
    }

    /** What the tools reach without Parley; empty where it was not measured. */
    String ceilings() {
        if (steps.stream().allMatch(step -> step.ceiling().isEmpty())) {
            return "";
        }
        Table table = new Table(List.of(
                "generator and simulator alone",
                "lag p50 / p99 / max, ms",
                "of ideal",
                "CPU ms / 1 000 tokens: simulator",
                "generator"));
        steps.forEach(step -> step.ceiling().ifPresent(alone -> table.row(row(alone))));
        return table.toString();
    }

    private static List<String> row(Results.Step step) {
        StreamFigures figures = step.parley().figures();
        StreamFigures.Times times = figures.times();
        return List.of(
                Integer.toString(figures.streams()),
                two(times.first()),
                two(times.toModel()),
                three(times.lag()),
                Table.number(figures.tokensPerSecond()),
                Table.percent(figures.ofIdeal()),
                Table.number(Costs.parleyPerThousand(step)),
                Table.number(Costs.parleyMb(step.parley().usage())),
                Integer.toString(figures.faults().answers()),
                faults(figures.faults()));
    }

    private static List<String> row(StreamLoad.Measured alone) {
        StreamFigures figures = alone.figures();
        Usage usage = alone.usage();
        return List.of(
                Integer.toString(figures.streams()),
                three(figures.times().lag()),
                Table.percent(figures.ofIdeal()),
                Table.number(Costs.perThousand(usage.of(Costs.SIMULATOR), figures.tokens())),
                Table.number(Costs.perThousand(usage.of(Costs.GENERATOR), figures.tokens())));
    }

    private static String faults(StreamFigures.Faults faults) {
        if (faults.isNone()) {
            return "none";
        }
        String errors = faults.errors().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(error -> ", " + error.getValue() + " × " + error.getKey())
                .collect(Collectors.joining());
        return faults.gaps() + " gaps, " + faults.duplicates() + " twice" + errors;
    }

    /** Processes down, numbers of streams across. */
    private String byProcess(String what, BiFunction<Results.Step, String, String> cell) {
        Table table = new Table(row(what, steps.stream().map(step -> Integer.toString(step.streams()))));
        steps.getFirst()
                .parley()
                .usage()
                .costs()
                .keySet()
                .forEach(name -> table.row(row(name, steps.stream().map(step -> cell.apply(step, name)))));
        return table.toString();
    }

    private static List<String> row(String first, Stream<String> rest) {
        return Stream.concat(Stream.of(first), rest).toList();
    }

    private static String two(Quantiles times) {
        return Table.number(times.p50()) + " / " + Table.number(times.p99());
    }

    private static String three(Quantiles times) {
        return two(times) + " / " + Table.number(times.most());
    }
}
