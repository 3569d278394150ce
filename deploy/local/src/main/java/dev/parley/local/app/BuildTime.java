package dev.parley.local.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** When a file was really written: reproducible builds give a jar a fixed modification time. */
final class BuildTime {

    private BuildTime() {}

    /** In milliseconds since the epoch. */
    static long of(Path file) throws IOException {
        return ((FileTime) Files.getAttribute(file, "unix:ctime")).toMillis();
    }
}
