package dev.parley.local.aot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.local.fake.FakeCheckout;
import dev.parley.local.plan.JvmCommand;
import dev.parley.local.process.Child;
import dev.parley.local.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotRecordingTest {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String TELL = "-Xlog:class+load";
    private static final String FROM_CACHE = "FakeService source: shared objects file";

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();
    private final AotCaches caches = new AotCaches();
    private AotRecording recording = new AotRecording(Path.of(""));

    @BeforeEach
    void record() {
        recording = new AotRecording(folder.resolve("notes"));
    }

    @Test
    void a_later_jvm_finds_its_classes_in_the_cache_that_an_earlier_one_has_left() throws IOException {
        JvmCommand jvm = jvm();
        assertThat(live(caches.command("fake", jvm, folder))).doesNotContain(FROM_CACHE);
        assertThat(caches.missed()).isTrue();

        live(recording.command("fake", jvm, folder));
        assertThat(files()).as("nothing to use before it is whole").noneMatch(name -> name.endsWith(".aot"));
        assertThat(recording.write(said::add)).as(said.toString()).isTrue();

        assertThat(live(caches.command("fake", jvm, folder))).contains(FROM_CACHE);
        assertThat(files())
                .as("only the cache is left")
                .filteredOn(name -> !name.endsWith(".log"))
                .hasSize(1)
                .anyMatch(name -> name.matches("app-[0-9a-f]{12}\\.aot"));
        assertThat(folder.resolve("notes")).isEmptyDirectory();
    }

    @Test
    void a_cache_that_does_not_fit_is_passed_over_in_silence() throws IOException {
        JvmCommand jvm = jvm();
        Files.writeString(AotCache.of(folder, jvm.options()).file(), "not a cache");

        assertThat(live(caches.command("fake", jvm, folder)))
                .contains("fake service from")
                .doesNotContain("[warning]", "[error", "[aot", FROM_CACHE);
    }

    @Test
    void another_jvm_or_other_options_have_a_cache_of_their_own() {
        assertThat(AotCache.of(folder, List.of("-Xss1m"))).isEqualTo(AotCache.of(folder, List.of("-Xss1m")));
        assertThat(AotCache.of(folder, List.of("-Xss1m"))).isNotEqualTo(AotCache.of(folder, List.of("-Xss2m")));

        AotCache ours = AotCache.of(folder, List.of("-Xss1m"));
        String version = System.setProperty("java.vm.version", "26");
        try {
            assertThat(AotCache.of(folder, List.of("-Xss1m"))).isNotEqualTo(ours);
        } finally {
            System.setProperty("java.vm.version", version);
        }
    }

    @Test
    void notes_that_are_missing_or_broken_make_no_cache_and_are_said() throws IOException {
        recording.command("absent", jvm(), Files.createDirectory(folder.resolve("a")));
        recording.command("broken", jvm(), Files.createDirectory(folder.resolve("b")));
        Files.writeString(folder.resolve("notes/broken.aotconf"), "half");

        assertThat(recording.write(said::add)).isFalse();

        assertThat(said).hasSize(2).allMatch(line -> line.contains("no cache: "));
        assertThat(folder.resolve("a")).isEmptyDirectory();
        assertThat(folder.resolve("b")).isEmptyDirectory();
    }

    @Test
    void one_replica_notes_down_for_all_and_goes_on_doing_so_after_a_restart() throws IOException {
        assertThat(recording.command("fake", jvm(), folder)).anyMatch(option -> option.contains("fake.aotconf"));
        assertThat(recording.command("fake-2", jvm(), folder)).noneMatch(option -> option.contains("aotconf"));
        assertThat(recording.command("fake", jvm(), folder)).anyMatch(option -> option.contains("fake.aotconf"));
    }

    private JvmCommand jvm() throws IOException {
        Path jar = folder.resolve("fake/target/fake-9.9.9-boot.jar");
        if (!Files.exists(jar)) {
            FakeCheckout.bootJar(folder, "fake");
        }
        return new JvmCommand(JAVA, 32, List.of(), List.of(TELL), List.of(), List.of("-jar", jar.toString()));
    }

    /** What a JVM prints from its start to its clean end. */
    private String live(List<String> command) throws IOException {
        Path log = Files.createTempFile(folder, "jvm", ".log");
        Child child = Child.start(new Launch("fake", command, Map.of(), log));
        await().until(() -> Files.readString(log).contains("fake service from"));
        child.stop(Duration.ofSeconds(60));
        return Files.readString(log);
    }

    private List<String> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}
