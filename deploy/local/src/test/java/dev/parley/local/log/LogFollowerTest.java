package dev.parley.local.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {

    private final List<String> seen = new ArrayList<>();

    @Test
    void hands_on_whole_lines_only(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("chat.log");
        LogFollower follower = LogFollower.fromEnd(log, seen::add);
        follower.poll();

        append(log, "one\ntw");
        follower.poll();
        assertThat(seen).containsExactly("one");

        append(log, "ö\n");
        follower.poll();
        assertThat(seen).containsExactly("one", "twö");
    }

    @Test
    void begins_at_the_end_of_what_is_there(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("chat.log");
        append(log, "old\n");
        LogFollower follower = LogFollower.fromEnd(log, seen::add);

        append(log, "new\n");
        follower.poll();

        assertThat(seen).containsExactly("new");
    }

    @Test
    void goes_on_after_a_rotation(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("chat.log");
        append(log, "a long line of the old file\n");
        LogFollower follower = LogFollower.fromEnd(log, seen::add);

        Files.writeString(log, "new\n");
        follower.poll();

        assertThat(seen).containsExactly("new");
    }

    private static void append(Path log, String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
