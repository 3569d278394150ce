package dev.parley.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.local.data.DataFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    private final PrintStream out = System.out;
    private final PrintStream error = System.err;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        PrintStream both = new PrintStream(shown, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    @AfterEach
    void restore() {
        System.setOut(out);
        System.setErr(error);
        System.clearProperty("parley.root");
    }

    @Test
    void each_command_explains_itself() {
        assertThat(Launcher.run("up", "--help")).isZero();

        assertThat(said())
                .contains("--detach", "--fresh", "--port", "--kafka-port", "--postgres-port", "--services")
                .contains("--replicas", "--debug", "--watch", "--trace", "--record-aot", "--data")
                .contains("8000", "9092", "5433")
                .doesNotContain("--parent");
    }

    @Test
    void training_explains_itself() {
        assertThat(Launcher.run("train", "--help")).isZero();

        assertThat(said()).contains("--seconds", "AOT caches").doesNotContain("--parent");
    }

    @Test
    void wrong_arguments_are_answered_in_a_line(@TempDir Path root) {
        System.setProperty("parley.root", root.toString());

        assertThat(Launcher.run("up", "--services", "chart")).isEqualTo(1);
        assertThat(Launcher.run("up", "--replicas", "agent=99")).isEqualTo(1);

        assertThat(said())
                .contains("Unknown service 'chart'", "--replicas agent takes 1 to 8")
                .doesNotContain("Exception");
    }

    @Test
    void a_taken_port_is_named_with_the_option_that_moves_it(@TempDir Path root) throws IOException {
        System.setProperty("parley.root", root.toString());
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(Launcher.run("up", "--data", root.resolve("d").toString(), "--kafka-port", port, "--port", "0"))
                    .isEqualTo(1);

            assertThat(said()).contains("Port " + port + ", which Kafka wants, is taken", "--kafka-port N");
        }
    }

    @Test
    void logs_are_shown_with_their_part_before_each_line(@TempDir Path root) throws IOException {
        System.setProperty("parley.root", root.toString());
        DataFolder data = new DataFolder(root.resolve("d"));
        Files.createDirectories(data.logs());
        Files.writeString(data.log("kafka").path(), "k1\nk2\n");
        Files.writeString(data.log("chat-service").path(), "c1\nc2\n");

        assertThat(Launcher.run("logs", "--data", data.root().toString(), "-n", "1"))
                .isZero();
        assertThat(said()).contains("chat-service | c2", "kafka | k2").doesNotContain("k1");

        assertThat(Launcher.run("logs", "chat", "--data", data.root().toString()))
                .isZero();
        assertThat(said()).contains("c1\nc2\n");

        assertThat(Launcher.run("logs", "chart", "--data", data.root().toString()))
                .isEqualTo(1);
        assertThat(said()).contains("No log of 'chart': there are chat-service, kafka");
    }

    @Test
    void without_a_stack_there_is_nothing_to_stop_or_to_seed(@TempDir Path root) throws IOException {
        System.setProperty("parley.root", root.toString());
        Files.writeString(root.resolve(".env"), "PARLEY_DATA=" + root.resolve("elsewhere"));

        assertThat(Launcher.run("down")).isZero();
        assertThat(Launcher.run("status", "--json")).isEqualTo(1);
        assertThat(Launcher.run("seed")).isEqualTo(1);

        assertThat(said()).contains("Nothing runs on " + root.resolve("elsewhere"), "start it with ./deploy/local/up");
    }

    @Test
    void the_launcher_is_started_by_its_scripts_only() {
        assertThat(Launcher.run("status")).isEqualTo(1);
        assertThat(said()).contains("Start the launcher by its scripts");
    }

    private String said() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
