package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.asyncapi.AsyncApi;
import dev.parley.contracts.golden.GoldenFiles;
import dev.parley.contracts.schema.EventSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files that are made from the contracts are those that are checked in. With {@code -Dcontracts.write=true} they are
 * written; with {@code -Dcontracts.release=VERSION} the schemas become those of a release.
 */
class GeneratedFilesTest {

    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    private static final Path RELEASES = Path.of("src/test/resources/released-schemas");
    private static final Path ASYNCAPI = Path.of("src/main/resources/asyncapi.yaml");

    @BeforeAll
    static void write_if_asked() throws IOException {
        if (Boolean.getBoolean("contracts.write")) {
            write(files());
            write(GoldenFiles.missing());
        }
        String release = System.getProperty("contracts.release", "");
        if (!release.isEmpty()) {
            write(schemas(RELEASES.resolve(release)));
        }
    }

    static List<GeneratedFile> files() {
        return Stream.concat(schemas(SCHEMAS).stream(), Stream.of(new GeneratedFile(ASYNCAPI, AsyncApi.document())))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_is_checked_in_is_what_the_code_says(GeneratedFile file) {
        assertThat(file.path())
                .as("write it with -Dcontracts.write=true")
                .exists()
                .content()
                .isEqualTo(file.content());
    }

    @Test
    void there_is_no_schema_without_a_type() throws IOException {
        Set<Path> expected = files().stream().map(GeneratedFile::path).collect(Collectors.toSet());
        try (Stream<Path> there = Files.list(SCHEMAS)) {
            assertThat(there).allMatch(expected::contains);
        }
    }

    @Test
    void every_sample_has_its_golden_file() {
        assertThat(GoldenFiles.missing()).isEmpty();
    }

    private static List<GeneratedFile> schemas(Path folder) {
        return EventSchemas.all().entrySet().stream()
                .map(each -> new GeneratedFile(
                        folder.resolve(each.getKey() + ".schema.json"), GeneratedFile.pretty(each.getValue())))
                .toList();
    }

    private static void write(List<GeneratedFile> files) throws IOException {
        for (GeneratedFile file : files) {
            file.write();
        }
    }
}
