package dev.parley.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables of topics in READMEs say what the declaration says; those on the first page and in this module are complete. */
class ReadmeTopicTablesTest {

    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final Path ROOT = HERE.resolveSibling("");
    private static final List<Path> COMPLETE = List.of(ROOT.resolve("README.md"), HERE.resolve("README.md"));

    static List<TopicTable> tables() throws IOException {
        try (Stream<Path> files = Stream.of(ROOT, HERE, ROOT.resolve("deploy"))
                .flatMap(ReadmeTopicTablesTest::readmesIn)
                .distinct()) {
            return files.flatMap(file -> TopicTable.in(file).stream()).toList();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("tables")
    void a_row_says_what_is_declared(TopicTable table) {
        assertThat(table.mistakes())
                .as("The declared topics are:%n%s", TopicTable.expected())
                .isEmpty();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("tables")
    void the_main_tables_leave_no_topic_out(TopicTable table) {
        if (COMPLETE.contains(table.file())) {
            assertThat(table.topics())
                    .as("The declared topics are:%n%s", TopicTable.expected())
                    .contains(Topic.values());
        }
    }

    @Test
    void the_expected_table_is_right_itself() throws IOException {
        Path file = Files.createTempFile("topics", ".md");
        Files.writeString(file, "# Topics\n\n" + TopicTable.expected() + "\nMore.\n");

        List<TopicTable> tables = TopicTable.in(file);
        Files.delete(file);

        assertThat(tables).singleElement().satisfies(table -> {
            assertThat(table.mistakes()).isEmpty();
            assertThat(table.topics()).containsExactly(Topic.values());
        });
    }

    @Test
    void a_wrong_row_is_found() throws IOException {
        Path file = Files.createTempFile("topics", ".md");
        Files.writeString(file, """
                | topic | what | kept | read by |
                | --- | --- | --- | --- |
                | `agent.catalog` | tools | 1 day | chat |
                | `chat.turn-stream` (`Delta`) | the stream | 1 d | chat-service |
                | `no.such` | | | |
                """);

        List<TopicTable> tables = TopicTable.in(file);
        Files.delete(file);

        assertThat(tables.getFirst().mistakes())
                .containsExactly("agent.catalog, kept: '1 day' instead of 'compacted'", "no.such: is no topic");
    }

    /** The folder's own and those of its modules. */
    private static Stream<Path> readmesIn(Path folder) {
        try (Stream<Path> children = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return Stream.concat(Stream.of(folder), children.filter(Files::isDirectory).toList().stream())
                    .map(each -> each.resolve("README.md"))
                    .filter(Files::isRegularFile)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
