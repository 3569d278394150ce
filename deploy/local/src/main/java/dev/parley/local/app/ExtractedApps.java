package dev.parley.local.app;

import dev.parley.local.data.Folders;
import dev.parley.local.process.Processes;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Boot jars unpacked into plain jars, which start in half the time. A folder a build: a stack that runs keeps its files
 * when the jar is built anew.
 *
 * @param folder where they are kept, shared by all stacks
 * @param java the program that unpacks
 */
public record ExtractedApps(Path folder, Path java) {

    private static final String APPLICATION = "app.jar";
    private static final int KEPT = 3;

    /** The application's jar, with its libraries beside it. */
    public Path of(String module, Path bootJar) throws IOException {
        Path home = folder.resolve("%s@%x-%x".formatted(module, Files.size(bootJar), BuildTime.of(bootJar)));
        if (!Files.exists(home.resolve(APPLICATION))) {
            extract(bootJar, home);
            prune(module);
        }
        return home.resolve(APPLICATION);
    }

    /** A folder for what goes with one build of a program that is not unpacked, named by the state of its class path. */
    public Path beside(String name, String classPath) throws IOException {
        Path home = folder.resolve("%s@%x".formatted(name, stateOf(classPath)));
        if (!Files.exists(home)) {
            Files.createDirectories(home);
            prune(name);
        }
        return home;
    }

    /** The JVM compares size and time of each file too. */
    private static long stateOf(String classPath) {
        CRC32 state = new CRC32();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            File file = new File(entry);
            String line = "%s %d %d\n".formatted(entry, file.length(), file.lastModified());
            state.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return state.getValue();
    }

    private void extract(Path bootJar, Path home) throws IOException {
        Files.createDirectories(folder);
        Path unfinished = Files.createTempDirectory(folder, "extracting-");
        try {
            run(bootJar, unfinished);
            Files.move(unfinished, home);
        } catch (FileSystemException e) {
            // Another stack was quicker; its copy is as good.
            if (!Files.exists(home.resolve(APPLICATION))) {
                throw e;
            }
        } finally {
            Folders.delete(unfinished);
        }
    }

    private void run(Path bootJar, Path destination) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djarmode=tools",
                        "-jar",
                        bootJar.toString(),
                        "extract",
                        "--force",
                        "--application-filename",
                        APPLICATION,
                        "--destination",
                        destination.toString())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.remove("JAVA_TOOL_OPTIONS");
        Process tool = builder.start();
        String output = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (tool.waitFor() != 0) {
                throw new IllegalStateException("Cannot extract " + bootJar + ": " + output.strip());
            }
        } catch (InterruptedException e) {
            tool.destroyForcibly();
            throw Processes.interrupted(e);
        }
    }

    private void prune(String module) throws IOException {
        List<Path> builds = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, module + "@*")) {
            found.forEach(builds::add);
        }
        builds.sort(Comparator.comparingLong((Path build) -> build.toFile().lastModified())
                .reversed());
        for (Path old : builds.subList(Math.min(KEPT, builds.size()), builds.size())) {
            Folders.delete(old);
        }
    }
}
