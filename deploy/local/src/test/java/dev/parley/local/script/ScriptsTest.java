package dev.parley.local.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptsTest {

    @Test
    void a_module_is_built_when_its_jar_is_missing_or_older_than_a_source(@TempDir Path root) throws Exception {
        Scripts scripts = new Scripts(root);
        file(root, "pom.xml");
        file(root, "chat-service/pom.xml");
        Path source = file(root, "chat-service/src/main/java/Chat.java");
        file(root, "deploy/local/target/parley-local-9.9.9.jar");
        Files.createDirectories(root.resolve("deploy/local/target/lib"));

        assertThat(scripts.line("stale_modules")).isEqualTo("chat-service\nexit 0\n");

        // A reproducible build gives its jars an old time.
        Path jar = file(root, "chat-service/target/chat-service-9.9.9-boot.jar");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        assertThat(scripts.line("stale_modules")).isEqualTo("exit 0\n");

        touchLater(source);
        assertThat(scripts.line("stale_modules")).isEqualTo("chat-service\nexit 0\n");
    }

    @Test
    void what_all_share_makes_all_stale(@TempDir Path root) throws Exception {
        Scripts scripts = new Scripts(root);
        file(root, "deploy/local/target/parley-local-9.9.9.jar");
        Files.createDirectories(root.resolve("deploy/local/target/lib"));
        for (String service : new String[] {"chat-service", "agent-service"}) {
            file(root, service + "/pom.xml");
            file(root, service + "/target/" + service + "-9.9.9-boot.jar");
        }
        Path contract = file(root, "shared-contracts/src/main/java/Topic.java");
        touchLater(contract);

        assertThat(scripts.line("stale_modules")).isEqualTo("chat-service\nagent-service\nexit 0\n");
    }

    @Test
    void a_build_shows_its_modules_and_a_failure_its_errors(@TempDir Path root) throws Exception {
        Scripts scripts = new Scripts(root);
        fakeMaven(root, "[INFO] Building Parley chat service 0.1.0      [2/3]\n[INFO] noise\n[INFO] BUILD SUCCESS");
        scripts.with("PATH", root + ":" + System.getenv("PATH"));

        assertThat(scripts.line("build chat-service"))
                .contains("\n  Parley chat service 0.1.0 [2/3]\n", "Built in", "exit 0")
                .doesNotContain("noise");

        fakeMaven(root, "[INFO] Building x [1/1]\n[ERROR] Chat.java:[1,2] what is this\n[INFO] BUILD FAILURE");
        assertThat(scripts.line("build chat-service"))
                .contains("The build failed:", "Chat.java:[1,2] what is this", "exit 1");
    }

    @Test
    void a_jdk_that_is_too_old_or_missing_is_answered_with_what_is_needed(@TempDir Path root) throws Exception {
        Scripts scripts = new Scripts(root);
        Path old = root.resolve("jdk-17");
        program(old.resolve("bin/javac"), "true");
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");

        assertThat(scripts.line("java_version_of " + old)).startsWith("17\n");
        assertThat(scripts.line("java_version_of " + root)).startsWith("0\n");
        assertThat(scripts.line("find_java; echo $JAVA_HOME")).startsWith(System.getProperty("java.home"));
        assertThat(scripts.line("wanted_java=999; find_java"))
                .contains("needs a JDK 999 or newer and found none", "exit 1");
    }

    @Test
    void a_launcher_that_is_the_same_keeps_its_time_since_a_cache_goes_by_it(@TempDir Path root) throws Exception {
        Scripts scripts = new Scripts(root);
        Path built = file(root, "deploy/local/target/parley-local-9.9.9.jar");
        Path copy = root.resolve("deploy/local/target/launcher/parley-local.jar");

        scripts.line("prepare_launcher");
        FileTime first = FileTime.fromMillis(0);
        Files.setLastModifiedTime(copy, first);
        scripts.line("prepare_launcher");
        assertThat(Files.getLastModifiedTime(copy)).isEqualTo(first);

        Files.writeString(built, "y");
        scripts.line("prepare_launcher");
        assertThat(copy).hasContent("y");
    }

    @Test
    void up_waits_in_peace_while_the_launcher_is_stopped(@TempDir Path root) throws Exception {
        String said = new Scripts(root).line("""
                launcher() { echo "$BASHPID" > "$root/child"; exec sleep 60; }
                supervise up & script=$!
                until [ -s "$root/child" ]; do sleep 0.1; done
                kill -s STOP "$(cat "$root/child")"
                sleep 2
                ps -o state= -p "$script"
                kill -s KILL "$(cat "$root/child")"
                wait "$script\"""");

        assertThat(said).startsWith("S\n").endsWith("exit 137\n");
    }

    private static void fakeMaven(Path root, String says) throws IOException {
        program(root.resolve("mvn"), "cat <<'END'\n" + says + "\nEND");
    }

    private static void program(Path file, String script) throws IOException {
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path file(Path root, String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.resolve("..").normalize());
        return Files.writeString(file, "x");
    }

    private static void touchLater(Path file) throws IOException {
        Instant later = Files.getLastModifiedTime(file).toInstant().plus(Duration.ofMinutes(1));
        Files.setLastModifiedTime(file, FileTime.from(later));
    }
}
