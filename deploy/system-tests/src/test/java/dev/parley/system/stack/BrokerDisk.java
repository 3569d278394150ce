package dev.parley.system.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small disk of its own (tmpfs) for what the broker keeps. Where none can be mounted, the broker uses the one that all use. */
public final class BrokerDisk {
    private static final long MEGABYTE = 1L << 20;
    private static final long PAGE = 4096;

    /** Only what is used takes memory. */
    private static final long SIZE = 4096 * MEGABYTE;

    private final Path folder;
    private boolean ours;

    BrokerDisk(Path folder) {
        this.folder = folder;
    }

    /** Whether it could be mounted. */
    public boolean isOurs() {
        return ours;
    }

    /** From now on next to nothing more fits. */
    public void fill() {
        long room = PAGE;
        // Whatever is written between a look and the change does not fit any more, and the change is refused.
        while (!isResized((used() + room) / PAGE * PAGE)) {
            room *= 2;
        }
    }

    public void makeRoom() {
        if (!isResized(SIZE)) {
            throw new IllegalStateException("Cannot resize " + folder);
        }
    }

    void mount() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ours = run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", folder.toString());
    }

    /** Also what an earlier run has left. */
    void unmount() {
        if (isMounted()) {
            run("umount", folder.toString());
        }
        ours = false;
    }

    private boolean isMounted() {
        try {
            return Files.readAllLines(Path.of("/proc/self/mounts")).stream()
                    .anyMatch(line -> line.contains(" " + folder + " "));
        } catch (IOException noSuchFile) {
            return false;
        }
    }

    private boolean isResized(long bytes) {
        return run("mount", "-o", "remount,size=" + bytes, folder.toString());
    }

    private long used() {
        try {
            FileStore store = Files.getFileStore(folder);
            return store.getTotalSpace() - store.getUnallocatedSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean done = process.waitFor() == 0;
            if (!done) {
                System.out.println("[stack] " + String.join(" ", command) + ": " + said.strip());
            }
            return done;
        } catch (IOException e) {
            System.out.println("[stack] " + e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
