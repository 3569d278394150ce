package dev.parley.bench.report;

import dev.parley.bench.knowledge.KnowledgeLoad;
import dev.parley.bench.process.Usage;
import dev.parley.bench.reads.ListLoad;
import dev.parley.bench.stream.Quantiles;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A section of {@code results.md}. */
public record Section(Results results, String chart) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final double THOUSAND = 1000;

    public String text() {
        Results.Subject subject = results.subject();
        StringBuilder text = new StringBuilder("## %s, %s%n%n".formatted(TIME.format(subject.at()), subject.commit()));
        text.append("%s. Answers of %d tokens, one every %d ms. `%s`%n"
                .formatted(
                        subject.machine().line(),
                        subject.shape().tokens(),
                        subject.shape().gap().toMillis(),
                        subject.command()));
        parts().forEach(part -> text.append('\n').append(part));
        return text.append('\n').toString();
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        if (!results.steps().isEmpty()) {
            StreamTables tables = new StreamTables(results.steps());
            parts.addAll(List.of(tables.streams(), tables.costs(), tables.memory(), tables.ceilings()));
        }
        if (!results.ramp().isEmpty()) {
            StreamTables tables = new StreamTables(results.ramp());
            parts.addAll(List.of(most(), tables.streams(), tables.ceilings()));
        }
        results.lists().map(Section::lists).ifPresent(parts::add);
        results.knowledge().map(Section::knowledge).ifPresent(parts::add);
        results.start().map(Section::start).ifPresent(parts::add);
        if (!results.distinctSteps().isEmpty()) {
            parts.add("![cost and lag](%s)%n".formatted(chart));
        }
        return parts.stream().filter(part -> !part.isEmpty()).toList();
    }

    private String most() {
        String most = Results.most(results.ramp())
                .map(step -> step.streams() + " streams")
                .orElse("none of the numbers tried");
        return "**The most that hold** (lag p99 ≤ 250 ms, ≥ 97 %% of the ideal, no fault): %s.%n".formatted(most);
    }

    private static String lists(ListLoad.Measured lists) {
        long reads = lists.times().count();
        String costs =
                costs(lists.usage(), name -> Costs.perThousand(lists.usage().of(name), reads));
        return "**Lists of 20 conversations**: %s a second, p50 %s ms, p99 %s ms, %d errors. CPU ms a 1 000 of them: %s.%n"
                .formatted(
                        Table.number(lists.perSecond()),
                        Table.number(lists.times().p50()),
                        Table.number(lists.times().p99()),
                        lists.errors(),
                        costs);
    }

    private static String knowledge(KnowledgeLoad.Measured knowledge) {
        Quantiles alone = knowledge.alone().figures().times().lag();
        Quantiles meanwhile = knowledge.meanwhile().figures().times().lag();
        return ("**Documents**: %d chunks taken in within %s s beside %d streams; their lag p50 / p99 %s / %s ms,"
                        + " without that %s / %s ms. Searches in %d chunks: p50 %s ms, p99 %s ms.%n")
                .formatted(
                        knowledge.ingested(),
                        seconds(knowledge.time()),
                        knowledge.meanwhile().figures().streams(),
                        Table.number(meanwhile.p50()),
                        Table.number(meanwhile.p99()),
                        Table.number(alone.p50()),
                        Table.number(alone.p99()),
                        knowledge.searched(),
                        Table.number(knowledge.searches().p50()),
                        Table.number(knowledge.searches().p99()));
    }

    private static String start(Results.Start start) {
        Usage rest = start.rest();
        Usage.Cost all = rest.of(Costs.parley(rest));
        return "**Start and rest**: ready in %s s without data, in %s s again. At rest %s %% of a core (%s), %s MB.%n"
                .formatted(
                        seconds(start.fresh()),
                        seconds(start.again()),
                        Table.number(rest.percent(all.cpu())),
                        costs(rest, name -> rest.percent(rest.of(name).cpu())),
                        Table.number(all.memoryMb()));
    }

    private static String costs(Usage usage, ToDoubleFunction<String> cost) {
        return usage.costs().keySet().stream()
                .map(name -> name + " " + Table.number(cost.applyAsDouble(name)))
                .collect(Collectors.joining(", "));
    }

    private static String seconds(Duration time) {
        return Table.number(time.toMillis() / THOUSAND);
    }
}
