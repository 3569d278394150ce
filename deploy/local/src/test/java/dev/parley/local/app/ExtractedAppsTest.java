package dev.parley.local.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.local.fake.FakeCheckout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractedAppsTest {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @Test
    void finds_the_boot_jar_of_whatever_version(@TempDir Path root) throws IOException {
        Path jar = FakeCheckout.bootJar(root, "chat-service");
        Files.createFile(jar.resolveSibling("chat-service-9.9.9.jar"));

        assertThat(new BootJars(root).of("chat-service")).isEqualTo(jar);
        assertThatThrownBy(() -> new BootJars(root).of("agent-service"))
                .hasMessageContaining("agent-service is not built");
    }

    @Test
    void a_jar_is_extracted_once(@TempDir Path root) throws IOException {
        Path jar = FakeCheckout.bootJar(root, "chat-service");
        ExtractedApps apps = new ExtractedApps(root.resolve("apps"), JAVA);

        Path first = apps.of("chat-service", jar);
        FileTime made = Files.getLastModifiedTime(first);
        Path second = apps.of("chat-service", jar);

        assertThat(second).isEqualTo(first).exists();
        assertThat(Files.getLastModifiedTime(second)).isEqualTo(made);
    }

    @Test
    void a_jar_built_anew_is_extracted_anew_beside_the_old_even_with_the_same_modification_time(@TempDir Path root)
            throws IOException {
        ExtractedApps apps = new ExtractedApps(root.resolve("apps"), JAVA);
        FileTime fixed = FileTime.fromMillis(0);
        Path jar = FakeCheckout.bootJar(root, "chat-service");
        Files.setLastModifiedTime(jar, fixed);
        Path old = apps.of("chat-service", jar);

        FakeCheckout.bootJar(root, "chat-service");
        Files.setLastModifiedTime(jar, fixed);

        assertThat(apps.of("chat-service", jar)).exists().isNotEqualTo(old);
        assertThat(old).exists();
    }

    @Test
    void old_builds_do_not_pile_up(@TempDir Path root) throws IOException {
        ExtractedApps apps = new ExtractedApps(root.resolve("apps"), JAVA);
        for (int build = 0; build < 5; build++) {
            apps.of("chat-service", FakeCheckout.bootJar(root, "chat-service"));
        }

        try (var kept = Files.list(root.resolve("apps"))) {
            assertThat(kept).hasSize(3);
        }
    }

    @Test
    void a_program_that_is_not_unpacked_has_a_folder_for_each_state_of_its_class_path(@TempDir Path root)
            throws IOException {
        ExtractedApps apps = new ExtractedApps(root.resolve("apps"), JAVA);
        Path jar = Files.writeString(root.resolve("broker.jar"), "1");
        String classPath = jar + File.pathSeparator + root.resolve("lib/*");

        Path first = apps.beside("kafka", classPath);
        assertThat(apps.beside("kafka", classPath)).isEqualTo(first).isDirectory();
        for (int build = 0; build < 5; build++) {
            Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000L * build));
            assertThat(apps.beside("kafka", classPath)).isNotEqualTo(first);
        }

        try (var kept = Files.list(root.resolve("apps"))) {
            assertThat(kept).hasSize(3);
        }
    }

    @Test
    void a_jar_that_cannot_be_extracted_is_named(@TempDir Path root) throws IOException {
        Path jar = Files.writeString(root.resolve("broken.jar"), "not a jar");
        ExtractedApps apps = new ExtractedApps(root.resolve("apps"), JAVA);

        assertThatThrownBy(() -> apps.of("chat-service", jar)).hasMessageContaining("Cannot extract " + jar);
        assertThat(root.resolve("apps")).isEmptyDirectory();
    }
}
