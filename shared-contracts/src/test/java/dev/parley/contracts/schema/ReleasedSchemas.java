package dev.parley.contracts.schema;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas as they were released, a folder for each version. */
final class ReleasedSchemas {

    private static final Path FOLDER = Path.of("src/test/resources/released-schemas");
    private static final String SUFFIX = ".schema.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReleasedSchemas() {}

    /** Of the last version, by wire type. */
    static Map<String, JsonNode> last() throws IOException {
        try (Stream<Path> versions = Files.list(FOLDER)) {
            return in(versions.max(Comparator.comparing(folder -> version(folder)))
                    .orElseThrow(() -> new AssertionError("No version in " + FOLDER)));
        }
    }

    private static Version version(Path folder) {
        return Version.parse(folder.getFileName().toString());
    }

    private static Map<String, JsonNode> in(Path folder) throws IOException {
        Map<String, JsonNode> schemas = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> schemas.put(wireType(file), JSON.readTree(file)));
        }
        return schemas;
    }

    private static String wireType(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
