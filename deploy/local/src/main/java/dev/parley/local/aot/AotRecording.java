package dev.parley.local.aot;

import dev.parley.local.plan.JvmCommand;
import dev.parley.local.plan.ServiceLaunch;
import dev.parley.local.plan.Teaching;
import dev.parley.local.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has each JVM note down what it learns, and makes caches of that when all have ended: neither holds the other up.
 * Thread-safe.
 */
public final class AotRecording implements Teaching {

    private record Recorded(String name, JvmCommand jvm, Path notes, AotCache cache) {}

    private final Path folder;
    private final Map<Path, Recorded> recorded = Collections.synchronizedMap(new LinkedHashMap<>());
    private volatile @Nullable Process writer;
    private volatile boolean cancelled;

    /** Notes are kept in this folder until caches are made of them: some 100 MB each. */
    public AotRecording(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<String> command(String name, JvmCommand jvm, Path build) {
        if (!jvm.canBeTaught()) {
            return jvm.untaught();
        }
        Recorded wish = new Recorded(name, jvm, folder.resolve(name + ".aotconf"), AotCache.of(build, jvm.options()));
        Recorded first = recorded.computeIfAbsent(wish.cache().file(), _ -> wish);
        // A second replica would make the same cache once more.
        return first.name().equals(name) ? jvm.with(AotCache.record(prepared(wish.notes()))) : jvm.untaught();
    }

    /** Makes the caches, one after the other. False when one of them could not be made. */
    public boolean write(Consumer<String> said) throws IOException {
        boolean all = true;
        for (Recorded each : List.copyOf(recorded.values())) {
            all &= write(each, said);
        }
        return all;
    }

    /** Breaks off what is being written. */
    public void cancel() {
        cancelled = true;
        Process running = writer;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    private boolean write(Recorded process, Consumer<String> said) throws IOException {
        if (cancelled) {
            return false;
        }
        long since = System.nanoTime();
        Path unfinished = process.cache().unfinished();
        try {
            String output = run(process.jvm().bare().with(AotCache.create(process.notes(), unfinished)));
            if (!output.isEmpty()) {
                said.accept("  %-24s no cache: %s".formatted(process.name(), output));
                return false;
            }
            process.cache().publish(unfinished);
            said.accept(String.format(
                    Locale.ROOT, "  %-24s cache written in %.1f s", process.name(), (System.nanoTime() - since) / 1e9));
            return true;
        } finally {
            Files.deleteIfExists(unfinished);
            Files.deleteIfExists(process.notes());
        }
    }

    /** What the JVM says when it fails; empty when it made the cache. */
    private String run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        ServiceLaunch.JVM_VARIABLES.forEach(builder.environment()::remove);
        Process jvm = builder.start();
        writer = jvm;
        if (cancelled) {
            jvm.destroyForcibly();
        }
        try {
            String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return jvm.waitFor() == 0 ? "" : "exit code " + jvm.exitValue() + "\n" + output.strip();
        } catch (InterruptedException e) {
            jvm.destroyForcibly();
            throw Processes.interrupted(e);
        } finally {
            writer = null;
        }
    }

    private static Path prepared(Path notes) {
        try {
            Files.createDirectories(notes.getParent());
            Files.deleteIfExists(notes);
            return notes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
