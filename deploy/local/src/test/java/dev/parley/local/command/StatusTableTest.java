package dev.parley.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.local.data.DataFolder;
import dev.parley.local.process.ProcessId;
import dev.parley.local.stack.PartState;
import dev.parley.local.stack.StackState;
import dev.parley.local.stack.StateFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTableTest {

    private static final ProcessId SELF = ProcessId.of(ProcessHandle.current());
    private static final ProcessId GONE = new ProcessId(SELF.pid(), Instant.EPOCH);

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void json_has_the_fields_that_programs_read_and_a_dead_process_has_no_number(@TempDir Path root) {
        int code = show(root, SELF, true);

        assertThat(code).isZero();
        assertThat(said().replaceAll("\\s+", " "))
                .isEqualTo(("{ \"gateway_url\" : \"http://127.0.0.1:8000\","
                                + " \"kafka\" : { \"bootstrap_servers\" : \"127.0.0.1:9092\", \"pid\" : %d },"
                                + " \"postgres\" : { \"url\" : \"postgresql://x:5433/parley\", \"pid\" : 0 },"
                                + " \"services\" : [ { \"name\" : \"chat-service\", \"pid\" : 0, \"port\" : 8010,"
                                + " \"management_port\" : 9010, \"healthy\" : false, \"rss_mb\" : 0 } ] } ")
                        .formatted(SELF.pid()));
    }

    @Test
    void people_get_a_table(@TempDir Path root) {
        show(root, SELF, false);

        assertThat(said())
                .containsPattern("chat-service +down +0 +8010 +0")
                .containsPattern("kafka +running +" + SELF.pid());
    }

    @Test
    void a_killed_launcher_is_said(@TempDir Path root) {
        assertThat(show(root, GONE, true)).isEqualTo(1);
        assertThat(said()).contains("The launcher was killed").contains("down");
    }

    @Test
    void down_forgets_a_stack_that_is_gone(@TempDir Path root) {
        DataFolder data = new DataFolder(root);
        Screen screen = new Screen(shown);
        new StateFile(data.state()).write(state(GONE, GONE));

        assertThat(DownCommand.stop(data, screen)).isZero();
        assertThat(DownCommand.stop(data, screen)).isZero();

        assertThat(data.state()).doesNotExist();
        assertThat(said()).contains("Stopped in").contains("Nothing runs on");
    }

    private int show(Path root, ProcessId launcher, boolean json) {
        DataFolder data = new DataFolder(root);
        new StateFile(data.state()).write(state(launcher, SELF));
        Screen screen = new Screen(shown);
        return StatusCommand.show(data, json, screen, screen);
    }

    private static StackState state(ProcessId launcher, ProcessId kafka) {
        return new StackState(
                launcher,
                true,
                "http://127.0.0.1:8000",
                "127.0.0.1:9092",
                "postgresql://x:5433/parley",
                List.of(
                        new PartState("kafka", kafka, 1, 9092, 0),
                        new PartState("postgres", GONE, 0, 5433, 0),
                        new PartState("chat-service", GONE, 4, 8010, 9010)));
    }

    private String said() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
