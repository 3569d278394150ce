package dev.parley.local.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a JVM is started.
 *
 * @param added options for this start alone, such as an agent
 * @param own options of whoever runs it; the last word
 * @param inherited options that it will find in its environment
 * @param program what follows the options
 */
public record JvmCommand(
        Path java, int heapMb, List<String> added, List<String> own, List<String> inherited, List<String> program) {

    /**
     * Small and quick to start: one collector thread, 8-byte object headers, and C1 only, with a cache too: C2 takes the
     * start twice as long then, and in the first minutes a token costs no less.
     */
    private static final List<String> BASE = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            // Collects the whole heap each time that loaded classes pass a mark, which begins at 21 MB: seconds on a
            // busy machine.
            "-XX:MetaspaceSize=256m",
            // A process that is out of memory is better dead and seen than alive and stuck.
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC");
    private static final Pattern UNFIT =
            Pattern.compile("-javaagent:.*|-agentlib:.*|-agentpath:.*|-XX:AOT.*|-Xshare:.*|" + COLLECTOR);

    /** A JVM that has everything to learn. */
    public List<String> untaught() {
        return with(List.of());
    }

    /** With options between ours and those that may change them. */
    public List<String> with(List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(options());
        command.addAll(heap());
        command.addAll(more);
        command.addAll(added);
        command.addAll(own);
        command.addAll(program);
        return command;
    }

    /** The same JVM without what is for its life only: options of its owner, agents. */
    public JvmCommand bare() {
        return new JvmCommand(java, heapMb, List.of(), List.of(), List.of(), program);
    }

    /** Whether such a JVM can use, or make, a cache: agents change classes, and another collector has other objects. */
    public boolean canBeTaught() {
        return Stream.of(added, own, inherited)
                .flatMap(List::stream)
                .noneMatch(option -> UNFIT.matcher(option).matches());
    }

    /** Ours but for the heap. What the JVM is given twice counts in its last form, except that two collectors are refused. */
    public List<String> options() {
        boolean ownCollector =
                own.stream().anyMatch(option -> COLLECTOR.matcher(option).matches());
        return BASE.stream()
                .filter(option -> !(ownCollector && COLLECTOR.matcher(option).matches()))
                .toList();
    }

    /** All of it at once: that costs nothing until it is touched, and growing by steps collects the whole heap at each. */
    private List<String> heap() {
        String most = "-Xmx" + heapMb + "m";
        boolean ownSize = own.stream().anyMatch(option -> option.startsWith("-Xmx"));
        return ownSize ? List.of(most) : List.of("-Xms" + heapMb + "m", most);
    }
}
