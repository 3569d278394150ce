package dev.parley.local.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds what Maven has built, whatever its version. */
public record BootJars(Path root) {

    /**
     * The newest boot jar of a module.
     *
     * @throws IllegalStateException when the module is not built
     */
    public Path of(String module) throws IOException {
        return newest(root.resolve(module).resolve("target"), module + "-*-boot.jar")
                .orElseThrow(() -> new IllegalStateException(
                        module + " is not built (no " + module + "-*-boot.jar in its target folder): run mvn package"));
    }

    private static Optional<Path> newest(Path folder, String pattern) throws IOException {
        Optional<Path> newest = Optional.empty();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
            for (Path jar : found) {
                if (newest.isEmpty() || BuildTime.of(jar) > BuildTime.of(newest.get())) {
                    newest = Optional.of(jar);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException _) {
            return Optional.empty();
        }
        return newest;
    }
}
