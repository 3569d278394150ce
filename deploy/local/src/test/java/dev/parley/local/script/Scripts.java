package dev.parley.local.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs this module's scripts, or lines that use their functions, in a checkout of the test's own. */
final class Scripts {

    private static final Path MODULE = Path.of("").toAbsolutePath();

    private final Path root;
    private final Map<String, String> environment = new HashMap<>();

    Scripts(Path root) throws IOException {
        this.root = root;
        Path local = Files.createDirectories(root.resolve("deploy/local"));
        Files.createDirectories(local.resolve("scripts"));
        for (String command : List.of(
                "up",
                "down",
                "status",
                "logs",
                "seed",
                "train",
                "scripts/java.sh",
                "scripts/build.sh",
                "scripts/launch.sh")) {
            Files.copy(MODULE.resolve(command), local.resolve(command), StandardCopyOption.COPY_ATTRIBUTES);
        }
        environment.put("JAVA_HOME", System.getProperty("java.home"));
    }

    Scripts with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** What a line prints that may use all functions, and its exit code behind. */
    String line(String line) throws IOException, InterruptedException {
        String sources =
                "root=%s; for f in java build launch; do . $root/deploy/local/scripts/$f.sh; done; ".formatted(root);
        Process process = start("bash", "-c", sources + line + "; echo \"exit $?\"");
        return output(process);
    }

    /** Starts a command such as up, with its output in one stream. */
    Process command(String command, String... arguments) throws IOException {
        String[] whole = new String[arguments.length + 1];
        whole[0] = root.resolve("deploy/local").resolve(command).toString();
        System.arraycopy(arguments, 0, whole, 1, arguments.length);
        return start(whole);
    }

    static String output(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }
}
