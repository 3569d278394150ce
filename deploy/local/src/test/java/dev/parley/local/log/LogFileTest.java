package dev.parley.local.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @Test
    void keeps_the_log_of_the_previous_run(@TempDir Path folder) throws IOException {
        LogFile log = new LogFile(folder.resolve("chat.log"));
        Files.writeString(log.path(), "first run");

        log.rotate();

        assertThat(log.path()).doesNotExist();
        assertThat(folder.resolve("chat.log.1")).hasContent("first run");
    }

    @Test
    void rotates_nothing_before_the_first_run(@TempDir Path folder) {
        new LogFile(folder.resolve("logs").resolve("chat.log")).rotate();

        assertThat(folder.resolve("logs")).isEmptyDirectory();
    }

    @Test
    void a_log_that_grew_too_long_starts_over_while_its_writer_goes_on(@TempDir Path folder) throws IOException {
        LogFile log = new LogFile(folder.resolve("chat.log"));
        Process writer = new ProcessBuilder("sh", "-c", "echo 0123456789; read wait; echo after")
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()))
                .start();
        await().until(() -> Files.size(log.path()) > 0);

        log.bound(5);
        writer.getOutputStream().close();

        await().untilAsserted(() -> assertThat(log.path()).hasContent("after"));
        assertThat(folder.resolve("chat.log.1")).hasContent("0123456789");
    }

    @Test
    void a_short_or_absent_log_is_left_alone(@TempDir Path folder) throws IOException {
        LogFile log = new LogFile(folder.resolve("chat.log"));
        log.bound(5);
        Files.writeString(log.path(), "1234");

        log.bound(5);

        assertThat(log.path()).hasContent("1234");
    }

    @Test
    void knows_the_line_in_which_a_service_refused_to_start(@TempDir Path folder) throws IOException {
        LogFile log = new LogFile(folder.resolve("conversation.log"));
        assertThat(log.refusal()).isEmpty();
        Files.writeString(
                log.path(), "{\"message\":\"Starting\"}\nCannot start: ADMIN_PASSWORD is not accepted\nbye\n");

        assertThat(log.refusal()).contains("Cannot start: ADMIN_PASSWORD is not accepted");
    }

    @Test
    void shows_its_last_lines(@TempDir Path folder) throws IOException {
        LogFile log = new LogFile(folder.resolve("chat.log"));
        assertThat(log.lastLines(3)).isEmpty();
        Files.write(
                log.path(),
                IntStream.range(0, 200_000).mapToObj(i -> "line " + i).toList());

        assertThat(log.lastLines(2)).containsExactly("line 199998", "line 199999");
    }

    @Test
    void cuts_lines_that_fill_screens() {
        assertThat(LogFile.shortened("short")).isEqualTo("short");
        assertThat(LogFile.shortened("x".repeat(5_000))).hasSizeLessThan(700).endsWith("…");
    }
}
