package dev.parley.gateway.metrics;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** A document in Prometheus' text format, by metric. Not thread-safe. */
public final class Exposition {

    private final Map<String, Family> families = new LinkedHashMap<>();

    /** Reads a document; lines it cannot make sense of are left out. */
    public static Exposition parse(String text) {
        Exposition exposition = new Exposition();
        Family current = new Family("");
        for (String line : (Iterable<String>) text.lines()::iterator) {
            current = exposition.read(line, current);
        }
        return exposition;
    }

    public Collection<Family> families() {
        return families.values();
    }

    /** The sum over all samples of that metric; zero when there is none. */
    public double sum(String metric) {
        return families().stream()
                .flatMap(family -> family.samples().stream())
                .filter(sample -> sample.name().equals(metric))
                .mapToDouble(Sample::value)
                .sum();
    }

    Family family(String name) {
        return families.computeIfAbsent(name, Family::new);
    }

    private Family read(String line, Family current) {
        if (line.startsWith("# HELP ") || line.startsWith("# TYPE ")) {
            return readHeader(line, current);
        }
        if (line.isBlank() || line.startsWith("#")) {
            return current;
        }
        Sample sample = Sample.parse(line);
        Family family = current.has(sample) ? current : family(sample.name());
        family.add(sample);
        return family;
    }

    private Family readHeader(String line, Family current) {
        String[] parts = line.split(" ", 4);
        if (parts.length < 4) {
            return current;
        }
        Family family = family(parts[2]);
        if (parts[1].equals("HELP")) {
            family.help(parts[3]);
        } else {
            family.type(parts[3].strip());
        }
        return family;
    }

    String text() {
        StringBuilder out = new StringBuilder(1 << 16);
        families().forEach(family -> family.write(out));
        return out.toString();
    }
}
