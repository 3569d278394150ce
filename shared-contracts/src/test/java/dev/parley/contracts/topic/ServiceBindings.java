package dev.parley.contracts.topic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/** What the application.yml of a service binds to topics, read as a file: its classes are not known here. */
record ServiceBindings(String name, Map<String, String> properties) {

    private static final Pattern DESTINATION =
            Pattern.compile("spring\\.cloud\\.stream\\.bindings\\.(\\w+)-(in|out)-0\\.destination");

    /** Of one function, to one topic. */
    record Binding(String function, boolean isInput, String destination, String group) {}

    /** Of a service's folder; empty while it binds nothing. */
    static Optional<ServiceBindings> of(Path folder) {
        Path settings = folder.resolve("src/main/resources/application.yml");
        if (!Files.exists(settings)) {
            return Optional.empty();
        }
        ServiceBindings service = new ServiceBindings(folder.getFileName().toString(), load(settings));
        return service.bindings().isEmpty() ? Optional.empty() : Optional.of(service);
    }

    List<Binding> bindings() {
        return properties.keySet().stream()
                .map(DESTINATION::matcher)
                .filter(Matcher::matches)
                .map(this::binding)
                .toList();
    }

    List<String> functions() {
        return Stream.of(properties
                        .getOrDefault("spring.cloud.function.definition", "")
                        .split(";", -1))
                .map(String::strip)
                .filter(function -> !function.isEmpty())
                .toList();
    }

    private Binding binding(Matcher destination) {
        String key = destination.group();
        String group = properties.getOrDefault(key.replace(".destination", ".group"), "");
        return new Binding(
                destination.group(1), destination.group(2).equals("in"), properties.getOrDefault(key, ""), group);
    }

    private static Map<String, String> load(Path settings) {
        Map<String, String> properties = new TreeMap<>();
        try {
            for (PropertySource<?> source :
                    new YamlPropertySourceLoader().load("settings", new FileSystemResource(settings))) {
                EnumerablePropertySource<?> all = (EnumerablePropertySource<?>) source;
                Stream.of(all.getPropertyNames())
                        .forEach(name -> properties.put(name, String.valueOf(all.getProperty(name))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    @Override
    public String toString() {
        return name;
    }
}
