package dev.parley.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Resident memory of processes in MB; 0 when the system does not say. */
public final class Memory {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern PROPORTIONAL = Pattern.compile("Pss:\\s+(\\d+) kB");

    private Memory() {}

    public static long residentMb(long pid) {
        return (kilobytes(Path.of("/proc", Long.toString(pid), "status"), RESIDENT, pid) + 512) / 1024;
    }

    /** A process with all below it, where pages that they share count once. */
    public static long treeMb(ProcessHandle root) {
        long kilobytes = Stream.concat(Stream.of(root), root.descendants())
                .mapToLong(each -> kilobytes(
                        Path.of("/proc", Long.toString(each.pid()), "smaps_rollup"), PROPORTIONAL, each.pid()))
                .sum();
        return (kilobytes + 512) / 1024;
    }

    private static long kilobytes(Path file, Pattern line, long pid) {
        try {
            Matcher found = line.matcher(Files.readString(file));
            return found.find() ? Long.parseLong(found.group(1)) : 0;
        } catch (IOException _) {
            return askPs(pid);
        }
    }

    /** Where there is no /proc. */
    private static long askPs(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return answer.isEmpty() ? 0 : Long.parseLong(answer);
        } catch (IOException | NumberFormatException _) {
            return 0;
        }
    }
}
