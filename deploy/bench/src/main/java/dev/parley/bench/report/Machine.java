package dev.parley.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where it was measured. */
public record Machine(int cores, String processor, long memoryGb, String system, String java) {
    private static final Pattern PROCESSOR = Pattern.compile("(?m)^model name\\s*:\\s*(.+)$");
    private static final Pattern KILOBYTES = Pattern.compile("MemTotal:\\s+(\\d+) kB");
    private static final double GIGA = 1024.0 * 1024;

    public static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                find("/proc/cpuinfo", PROCESSOR, "unknown processor"),
                Math.round(Long.parseLong(find("/proc/meminfo", KILOBYTES, "0")) / GIGA),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "JDK " + Runtime.version());
    }

    String line() {
        return "%d cores (%s), %d GB, %s, %s".formatted(cores, processor, memoryGb, system, java);
    }

    private static String find(String file, Pattern pattern, String otherwise) {
        try {
            Matcher found = pattern.matcher(Files.readString(Path.of(file)));
            return found.find() ? found.group(1).strip() : otherwise;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
