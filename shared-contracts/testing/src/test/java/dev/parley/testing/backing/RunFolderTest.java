package dev.parley.testing.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RunFolderTest {

    @Test
    void what_a_killed_run_left_is_deleted() throws IOException {
        long noSuchProcess = Long.MAX_VALUE;
        Path left = Files.createDirectories(
                RunFolder.shared("run-" + noSuchProcess).resolve("kafka").resolve("topic-0"));

        Path mine = RunFolder.make("run-folder-test");

        assertThat(left).doesNotExist();
        assertThat(mine).isEmptyDirectory();
        RunFolder.delete(mine);
        assertThat(mine).doesNotExist();
    }
}
