package dev.parley.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A process as {@code /proc} shows it, by itself or with all below it.
 *
 * @param all with those below it, such as PostgreSQL's
 */
public record Watched(ProcessHandle root, boolean all) {
    private static final Path PROC = Path.of("/proc");
    private static final long MILLIS_PER_TICK = 10;

    /** Of {@code /proc/PID/stat}, counted from behind the name: user and system time, its own and that of children who have ended. */
    private static final List<Integer> OWN = List.of(11, 12);

    private static final List<Integer> OWN_AND_ENDED = List.of(11, 12, 13, 14);

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern PROPORTIONAL = Pattern.compile("Pss:\\s+(\\d+) kB");
    private static final long KILO = 1024;

    public static Watched alone(ProcessHandle process) {
        return new Watched(process, false);
    }

    public static Watched withChildren(ProcessHandle process) {
        return new Watched(process, true);
    }

    Duration cpu() {
        return Duration.ofMillis(
                MILLIS_PER_TICK * processes().mapToLong(this::ticks).sum());
    }

    /** Resident, in MB; what several processes share counts once. */
    long memoryMb() {
        long kilobytes = all
                ? processes()
                        .mapToLong(pid -> find(pid, "smaps_rollup", PROPORTIONAL))
                        .sum()
                : find(root.pid(), "status", RESIDENT);
        return (kilobytes + KILO / 2) / KILO;
    }

    private Stream<Long> processes() {
        Stream<ProcessHandle> self = Stream.of(root);
        return (all ? Stream.concat(self, root.descendants()) : self).map(ProcessHandle::pid);
    }

    private long ticks(long pid) {
        String stat = text(pid, "stat");
        return stat.isEmpty() ? 0 : ticks(stat, all ? OWN_AND_ENDED : OWN);
    }

    static long ticks(String stat, List<Integer> which) {
        // A name may hold blanks, and brackets.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return which.stream().mapToLong(field -> Long.parseLong(fields[field])).sum();
    }

    private static long find(long pid, String file, Pattern pattern) {
        Matcher found = pattern.matcher(text(pid, file));
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    /** Nothing of a process that has just ended. */
    private static String text(long pid, String file) {
        try {
            return Files.readString(PROC.resolve(Long.toString(pid)).resolve(file));
        } catch (IOException e) {
            if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
                return "";
            }
            throw new UncheckedIOException(e);
        }
    }
}
