package dev.parley.testing.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Temporary folders of this JVM, named by its process id, so that a later run sees what a killed one has left. */
final class RunFolder {

    private static final Path ROOT =
            Path.of(System.getProperty("java.io.tmpdir"), "parley-test-" + System.getProperty("user.name"));

    private static final String RUN = "run-";
    private static final Path MINE = ROOT.resolve(RUN + ProcessHandle.current().pid());

    private RunFolder() {}

    /** A new, empty folder of this run. Others may enter it: a database server that root starts is not root. */
    static Path make(String name) {
        Path folder = MINE.resolve(name);
        try {
            deleteLeftovers();
            FileSystemUtils.deleteRecursively(folder);
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder " + folder, e);
        }
    }

    /** Kept between runs. */
    static Path shared(String name) {
        return ROOT.resolve(name);
    }

    static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
            deleteMineIfEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }

    private static void deleteMineIfEmpty() throws IOException {
        try (Stream<Path> content = Files.list(MINE)) {
            if (content.findAny().isPresent()) {
                return;
            }
        }
        Files.deleteIfExists(MINE);
    }

    /** A database server whose folder is gone ends itself within a minute. */
    private static void deleteLeftovers() throws IOException {
        for (Path run : runs()) {
            if (!isAlive(run)) {
                FileSystemUtils.deleteRecursively(run);
            }
        }
    }

    private static List<Path> runs() throws IOException {
        if (!Files.isDirectory(ROOT)) {
            return List.of();
        }
        try (Stream<Path> content = Files.list(ROOT)) {
            return content.filter(each -> each.getFileName().toString().startsWith(RUN))
                    .toList();
        }
    }

    private static boolean isAlive(Path run) {
        String pid = run.getFileName().toString().substring(RUN.length());
        return ProcessHandle.of(Long.parseLong(pid)).isPresent();
    }
}
