package dev.parley.local.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the server's programs for this platform, once per version, safely among several processes. */
final class PostgresBinaries {

    private static final Object ONE_AT_A_TIME = new Object();

    private PostgresBinaries() {}

    /** The folder with bin, lib and share. */
    static Path unpackedIn(Path parent) throws IOException {
        URL archive = archive();
        Path home = parent.toAbsolutePath().resolve(name(archive));
        if (Files.isDirectory(home)) {
            return home;
        }
        Files.createDirectories(parent);
        // File locks are per process: threads of one need a lock of their own.
        synchronized (ONE_AT_A_TIME) {
            try (FileChannel channel = FileChannel.open(
                            parent.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                if (!Files.isDirectory(home)) {
                    unpack(archive, home);
                }
            }
        }
        return home;
    }

    private static URL archive() {
        String resource = resource(System.getProperty("os.name"), System.getProperty("os.arch"));
        URL found = PostgresBinaries.class.getResource(resource);
        if (found == null) {
            throw new IllegalStateException("No PostgreSQL binaries for this platform (" + resource + ")");
        }
        return found;
    }

    static String resource(String osName, String osArch) {
        String system = osName.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String machine =
                switch (osArch) {
                    case "aarch64", "arm64" -> "arm_64";
                    default -> "x86_64";
                };
        return "/postgres-" + system + "-" + machine + ".txz";
    }

    /** The jar's name holds the version, so that another version is unpacked beside. */
    private static String name(URL archive) {
        String path = archive.getPath();
        int end = path.lastIndexOf(".jar!");
        return end < 0 ? "postgres" : path.substring(path.lastIndexOf('/', end) + 1, end);
    }

    private static void unpack(URL archive, Path home) throws IOException {
        Path unfinished = Files.createTempDirectory(home.getParent(), "unpacking-");
        try (InputStream raw = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(raw))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, unfinished);
            }
        }
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(unfinished, home);
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("Entry outside its archive: " + entry.getName());
        }
        Files.createDirectories(entry.isDirectory() ? target : target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, target);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
