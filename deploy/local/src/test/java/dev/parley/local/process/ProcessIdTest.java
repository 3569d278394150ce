package dev.parley.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessIdTest {

    @Test
    void finds_the_process_it_names() {
        ProcessHandle self = ProcessHandle.current();

        assertThat(ProcessId.of(self).find()).contains(self);
    }

    @Test
    void a_later_process_with_the_same_number_is_another() {
        ProcessId self = ProcessId.of(ProcessHandle.current());

        ProcessId earlier = new ProcessId(self.pid(), self.startedAt().minusSeconds(60));

        assertThat(earlier.find()).isEmpty();
    }

    @Test
    void a_process_that_ended_is_not_found() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("true").start();
        ProcessId id = ProcessId.of(process.toHandle());

        process.waitFor();

        assertThat(id.find()).isEmpty();
    }
}
