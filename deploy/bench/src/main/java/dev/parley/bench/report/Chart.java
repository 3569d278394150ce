package dev.parley.bench.report;

import dev.parley.bench.stream.StreamFigures;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Over the number of streams: what a thousand tokens cost, by process, and how late they are. */
public record Chart(List<Results.Step> steps) {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 400;
    private static final int TOP = 50;
    private static final int BOTTOM = 340;
    private static final int LEFT = 50;
    private static final int PANEL = 270;
    private static final int SECOND = 530;
    private static final int LEGEND = 16;
    private static final double BAR = 0.6;
    private static final double LEAST_MILLIS = 0.1;
    private static final int DECADES = 5;
    private static final List<String> COLOURS = List.of(
            "#4477aa", "#66ccee", "#228833", "#ccbb44", "#ee6677", "#aa3377", "#bbbbbb", "#777777", "#dddd99",
            "#99ddff");
    private static final List<Curve> CURVES = List.of(
            new Curve("first token p99", COLOURS.get(4), times -> times.first().p99()),
            new Curve("first token p50", COLOURS.get(3), times -> times.first().p50()),
            new Curve("lag p99", COLOURS.get(0), times -> times.lag().p99()),
            new Curve("lag p50", COLOURS.get(1), times -> times.lag().p50()));

    private record Curve(String name, String colour, ToDoubleFunction<StreamFigures.Times> of) {}

    public String svg() {
        Svg svg = new Svg(WIDTH, HEIGHT);
        if (!steps.isEmpty()) {
            costs(svg);
            times(svg);
        }
        return svg.text();
    }

    private void costs(Svg svg) {
        List<String> names =
                List.copyOf(steps.getFirst().parley().usage().costs().keySet());
        double most = steps.stream().mapToDouble(this::whole).max().orElse(1);
        panel(svg, LEFT, "CPU ms per 1 000 tokens");
        for (int i = 0; i < steps.size(); i++) {
            double bottom = BOTTOM;
            for (int name = 0; name < names.size(); name++) {
                double height = Costs.perThousand(steps.get(i), names.get(name)) / most * (BOTTOM - TOP);
                bottom -= height;
                svg.rectangle(x(LEFT, i) - slot() * BAR / 2, bottom, slot() * BAR, height, colour(name));
            }
            svg.write(x(LEFT, i), bottom - 4, Svg.Anchor.MIDDLE, Table.number(whole(steps.get(i))));
        }
        legend(
                svg,
                LEFT,
                names,
                IntStream.range(0, names.size()).mapToObj(Chart::colour).toList());
    }

    private void times(Svg svg) {
        panel(svg, SECOND, "ms, from sending to receipt");
        for (int decade = 0; decade <= DECADES; decade++) {
            double value = LEAST_MILLIS * Math.pow(10, decade);
            svg.line(SECOND, y(value), SECOND + PANEL, y(value), "#dddddd");
            svg.write(SECOND - 6, y(value) + 4, Svg.Anchor.END, Table.number(value));
        }
        CURVES.forEach(curve -> curve(svg, curve));
        legend(
                svg,
                SECOND,
                CURVES.stream().map(Curve::name).toList(),
                CURVES.stream().map(Curve::colour).toList());
    }

    private void curve(Svg svg, Curve curve) {
        svg.path(
                IntStream.range(0, steps.size())
                        .mapToObj(i -> String.format(Locale.ROOT, "%.1f,%.1f", x(SECOND, i), y(value(curve, i))))
                        .collect(Collectors.joining(" ")),
                curve.colour());
        IntStream.range(0, steps.size()).forEach(i -> svg.dot(x(SECOND, i), y(value(curve, i)), curve.colour()));
    }

    private double value(Curve curve, int step) {
        return curve.of().applyAsDouble(steps.get(step).parley().figures().times());
    }

    private void panel(Svg svg, int left, String title) {
        svg.write(left, TOP - 24, Svg.Anchor.START, title);
        svg.line(left, BOTTOM, left + PANEL, BOTTOM, "#333333");
        for (int i = 0; i < steps.size(); i++) {
            svg.write(
                    x(left, i),
                    BOTTOM + 18,
                    Svg.Anchor.MIDDLE,
                    Integer.toString(steps.get(i).streams()));
        }
        svg.write(left + PANEL / 2.0, BOTTOM + 38, Svg.Anchor.MIDDLE, "streams");
    }

    private static void legend(Svg svg, int left, List<String> names, List<String> colours) {
        int x = left + PANEL + 14;
        for (int i = 0; i < names.size(); i++) {
            int y = TOP + i * LEGEND;
            svg.rectangle(x, y - 9, 10, 10, colours.get(i));
            svg.write(x + 16, y, Svg.Anchor.START, names.get(i));
        }
    }

    private double whole(Results.Step step) {
        return step.parley().usage().costs().keySet().stream()
                .mapToDouble(name -> Costs.perThousand(step, name))
                .sum();
    }

    private double slot() {
        return (double) PANEL / steps.size();
    }

    private double x(int left, int step) {
        return left + slot() * (step + 0.5);
    }

    /** Logarithmic: what is good and what is bad are far apart. */
    private static double y(double millis) {
        double share = Math.log10(Math.max(millis, LEAST_MILLIS) / LEAST_MILLIS) / DECADES;
        return BOTTOM - Math.min(share, 1) * (BOTTOM - TOP);
    }

    private static String colour(int index) {
        return COLOURS.get(index % COLOURS.size());
    }
}
