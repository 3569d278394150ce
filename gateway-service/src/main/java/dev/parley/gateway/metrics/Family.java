package dev.parley.gateway.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All samples of one metric, with what is said of it once. Not thread-safe. */
public final class Family {

    private static final Set<String> PARTS = Set.of("_bucket", "_sum", "_count", "_total", "_created");

    private final String name;
    private @Nullable String help;
    private String type = "untyped";
    private final List<Sample> samples = new ArrayList<>();

    Family(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public List<Sample> samples() {
        return samples;
    }

    void help(String text) {
        this.help = text;
    }

    void type(String named) {
        this.type = named;
    }

    void add(Sample sample) {
        samples.add(sample);
    }

    boolean has(Sample sample) {
        String of = sample.name();
        return of.equals(name) || (of.startsWith(name) && PARTS.contains(of.substring(name.length())));
    }

    /** Takes in what another service says of the same metric. Where they disagree on its type, none is claimed. */
    void merge(Family other) {
        if (help == null) {
            help = other.help;
        }
        if (samples.isEmpty()) {
            type = other.type;
        } else if (!type.equals(other.type)) {
            type = "untyped";
        }
        samples.addAll(other.samples);
    }

    void write(StringBuilder out) {
        if (help != null) {
            out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        }
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        samples.forEach(sample -> out.append(sample.line()).append('\n'));
    }
}
