package dev.parley.agent.assistant;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.agent.yaml.WrongField;
import dev.parley.platform.settings.BadSetting;
import dev.parley.platform.settings.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** The assistants that the service brings along, and in their place or besides those of a folder. */
final class AssistantFiles {
    static final String VARIABLE = "ASSISTANTS_DIR";
    private static final List<String> BUNDLED = List.of(Assistant.STANDARD, "planner", "researcher");

    private AssistantFiles() {}

    /** By their ids. @throws StartRefused with one line that names the file and the field that is wrong */
    static Map<String, Assistant> read(String dir) {
        Map<String, Assistant> assistants = new LinkedHashMap<>();
        BUNDLED.stream().map(AssistantFiles::bundled).forEach(it -> assistants.put(it.id(), it));
        if (!dir.isBlank()) {
            own(dir).forEach(assistants::put);
        }
        return assistants;
    }

    private static Map<String, Assistant> own(String dir) {
        Map<String, Assistant> own = new LinkedHashMap<>();
        for (Path file : files(dir)) {
            Assistant assistant = own(file);
            if (own.putIfAbsent(assistant.id(), assistant) != null) {
                throw wrong(file, "id is that of another file");
            }
        }
        return own;
    }

    private static List<Path> files(String dir) {
        try (Stream<Path> files = Files.list(Path.of(dir))) {
            return files.filter(file -> file.getFileName().toString().matches("[^.].*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException | RuntimeException notAFolder) {
            throw BadSetting.value(VARIABLE, dir, "a folder that can be read");
        }
    }

    private static Assistant own(Path file) {
        try {
            return AssistantFileReader.read(Files.readString(file));
        } catch (WrongField wrong) {
            throw wrong(file, String.valueOf(wrong.getMessage()));
        } catch (IOException unreadable) {
            throw wrong(file, "cannot be read as UTF-8 text");
        }
    }

    private static StartRefused wrong(Path file, String what) {
        return new StartRefused(VARIABLE + ": " + file.getFileName() + ": " + what);
    }

    private static Assistant bundled(String id) {
        try {
            var file = new ClassPathResource("assistants/" + id + ".yaml");
            return AssistantFileReader.read(file.getContentAsString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The assistant " + id + " cannot be read", e);
        }
    }
}
