package dev.parley.contracts.golden;

import dev.parley.contracts.GeneratedFile;
import dev.parley.platform.messaging.WireJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The events as they are on the wire. A file that exists is never written again: what is on the log does not change. */
public final class GoldenFiles {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private GoldenFiles() {}

    /** Those that are not there yet. */
    public static List<GeneratedFile> missing() {
        return Samples.all().stream()
                .filter(sample -> !Files.exists(file(sample)))
                .map(sample -> new GeneratedFile(file(sample), GeneratedFile.pretty(written(sample))))
                .toList();
    }

    static JsonNode golden(Sample sample) {
        return JSON.readTree(file(sample));
    }

    static JsonNode written(Sample sample) {
        return parse(WireJson.write(sample.event()));
    }

    static JsonNode parse(byte[] json) {
        return JSON.readTree(new String(json, StandardCharsets.UTF_8));
    }

    private static Path file(Sample sample) {
        return FOLDER.resolve(sample.name() + ".json");
    }
}
