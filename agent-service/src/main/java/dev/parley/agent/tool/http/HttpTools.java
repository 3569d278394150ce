package dev.parley.agent.tool.http;

import dev.parley.agent.tool.SchemaTool;
import dev.parley.agent.tool.Tool;
import dev.parley.agent.tool.ToolSource;
import dev.parley.agent.yaml.WrongField;
import dev.parley.platform.settings.BadSetting;
import dev.parley.platform.settings.StartRefused;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The tools in the files of {@code TOOLS_DIR}. A file that describes none stops the start with one line. */
@Component
final class HttpTools implements ToolSource {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final String VARIABLE = "TOOLS_DIR";

    private final List<SchemaTool> tools = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final ToolFileReader reader;

    HttpTools(HttpToolSettings settings, List<Tool<?>> beans, Environment environment) {
        // What a service sends elsewhere would go there with the headers that are meant for it.
        HttpClient http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        this.reader = new ToolFileReader(environment::getProperty, http);
        beans.forEach(bean -> taken.add(bean.card().toolId()));
        if (!settings.dir().isBlank()) {
            files(settings.dir()).forEach(this::add);
        }
    }

    @Override
    public List<SchemaTool> tools() {
        return List.copyOf(tools);
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

    private void add(Path file) {
        try {
            HttpTool tool = reader.read(Files.readString(file));
            if (!taken.add(tool.description().toolId())) {
                throw new WrongField("tool_id", "is that of another tool");
            }
            tools.add(tool);
        } catch (WrongField wrong) {
            throw new StartRefused(VARIABLE + ": " + file.getFileName() + ": " + wrong.getMessage());
        } catch (IOException unreadable) {
            throw new StartRefused(VARIABLE + ": " + file.getFileName() + ": cannot be read as UTF-8 text");
        }
    }
}
