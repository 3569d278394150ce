package dev.parley.local.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.local.fake.FakeCheckout;
import dev.parley.local.process.ProcessId;
import dev.parley.local.stack.PartState;
import dev.parley.local.stack.StackState;
import dev.parley.local.stack.StateFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as people type them, on the real broker and database and services that are fakes. */
class UpScriptTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void up_detached_returns_when_all_is_ready_and_down_stops_it(@TempDir Path root) throws Exception {
        Scripts scripts = checkout(root);

        Process up = scripts.command("up", "--detach", "--port", "0", "--kafka-port", "0", "--postgres-port", "0");
        String said = Scripts.output(up);

        assertThat(up.exitValue()).as(said).isZero();
        assertThat(said).contains("Ready in", "Running in the background");
        assertThat(Scripts.output(scripts.command("status"))).contains("gateway-service", "healthy");
        assertThat(Scripts.output(scripts.command("up", "--detach"))).contains("Already running");
        List<ProcessId> all = everything(root);
        assertThat(all).hasSize(8).allMatch(id -> id.find().isPresent());

        assertThat(Scripts.output(scripts.command("down"))).contains("Stopped in");
        assertThat(all).allMatch(id -> id.find().isEmpty());
    }

    @Test
    void up_detached_leaves_nothing_behind_when_it_fails(@TempDir Path root) throws Exception {
        Scripts scripts = checkout(root).with("FAKE_DIES", "agent-service");

        Process up = scripts.command("up", "--detach", "--port", "0", "--kafka-port", "0", "--postgres-port", "0");
        String said = Scripts.output(up);

        assertThat(up.exitValue()).isEqualTo(1);
        assertThat(said).contains("agent-service: ended while starting", "the flux capacitor is empty");
        assertThat(root.resolve("deploy/local/data/run/state.json")).doesNotExist();
        assertThat(root.resolve("deploy/local/data/postgres/cluster/postmaster.pid"))
                .doesNotExist();
        assertThat(root.resolve("deploy/local/data/run/kafka.ready")).doesNotExist();
    }

    @Test
    void caches_recorded_in_one_life_serve_the_next(@TempDir Path root) throws Exception {
        Scripts scripts = checkout(root);
        String[] up = {"--detach", "--services", "chat", "--port", "0", "--kafka-port", "0", "--postgres-port", "0"};

        assertThat(Scripts.output(scripts.command("up", up))).contains("Quicker from the next start on");
        Scripts.output(scripts.command("down"));
        String[] recorded =
                Stream.concat(Stream.of(up), Stream.of("--record-aot")).toArray(String[]::new);
        assertThat(Scripts.output(scripts.command("up", recorded))).contains("Recording");
        assertThat(caches(root)).isEmpty();
        Scripts.output(scripts.command("down"));

        assertThat(caches(root)).anyMatch(file -> file.contains("/chat-service@"));
        scripts.with("CHAT_JAVA_OPTS", "-Xlog:class+load");
        Scripts.output(scripts.command("up", up));
        Scripts.output(scripts.command("down"));
        assertThat(root.resolve("deploy/local/data/logs/chat-service.log"))
                .content()
                .contains("FakeService source: shared objects file");
    }

    /** Caches of any build. */
    private static List<String> caches(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root.resolve("deploy/local/target/apps"))) {
            return all.map(Path::toString).filter(file -> file.endsWith(".aot")).toList();
        }
    }

    @Test
    void a_signal_stops_everything_that_up_runs(@TempDir Path root) throws Exception {
        Process up = checkout(root)
                .command("up", "--services", "gateway", "--port", "0", "--kafka-port", "0", "--postgres-port", "0");
        await().atMost(LONG).until(() -> isReady(root));
        List<ProcessId> all = everything(root);

        up.toHandle().destroy();
        String said = Scripts.output(up);

        assertThat(said).contains("Stopping", "gateway-service          stopped");
        assertThat(up.exitValue()).isZero();
        assertThat(all).hasSize(4).allMatch(id -> id.find().isEmpty());
    }

    @Test
    void what_a_killed_launcher_left_is_stopped_by_down(@TempDir Path root) throws Exception {
        Scripts scripts = checkout(root);
        Process up = scripts.command(
                "up", "--detach", "--services", "none", "--port", "0", "--kafka-port", "0", "--postgres-port", "0");
        Scripts.output(up);
        List<ProcessId> all = everything(root);
        all.getFirst().find().orElseThrow().destroyForcibly();
        await().until(() -> all.getFirst().find().isEmpty());

        assertThat(Scripts.output(scripts.command("status"))).contains("The launcher was killed");
        assertThat(Scripts.output(scripts.command("down"))).contains("stopped what it had left: postgres, kafka");
        assertThat(all).allMatch(id -> id.find().isEmpty());
    }

    /** The launcher is run from this module's classes, behind a jar that only looks built. */
    private static Scripts checkout(Path root) throws IOException {
        Scripts scripts = new Scripts(FakeCheckout.in(root));
        Path target = root.resolve("deploy/local/target");
        Path library = Files.createDirectories(target.resolve("lib"));
        new JarOutputStream(Files.newOutputStream(target.resolve("parley-local-9.9.9.jar")), manifest()).close();
        assertThat(library).isEmptyDirectory();
        return scripts;
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        StringBuilder path = new StringBuilder();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            path.append(Path.of(entry).toUri()).append(' ');
        }
        manifest.getMainAttributes()
                .put(Attributes.Name.CLASS_PATH, path.toString().strip());
        return manifest;
    }

    private static boolean isReady(Path root) {
        return state(root).read().filter(StackState::ready).isPresent();
    }

    /** The launcher first. */
    private static List<ProcessId> everything(Path root) {
        StackState state = state(root).read().orElseThrow();
        List<ProcessId> all = new ArrayList<>(List.of(state.launcher()));
        state.parts().stream().map(PartState::process).forEach(all::add);
        return all;
    }

    private static StateFile state(Path root) {
        return new StateFile(root.resolve("deploy/local/data/run/state.json"));
    }
}
