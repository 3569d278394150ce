package dev.parley.testing.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The gateway's table of routes, read as the gateway reads it: the most specific path wins. */
final class Routes {
    private static final Path SETTINGS = Path.of("gateway-service", "src", "main", "resources", "application.yml");
    private static final String TABLE = "parley.gateway.route.table";

    private final List<Route> all;

    private Routes(List<Route> all) {
        this.all = all;
    }

    /** @param methods that it takes; all, when none is named */
    record Route(String id, String service, PathPattern path, Set<HttpMethod> methods) {
        boolean leads(Call call) {
            return (methods.isEmpty() || methods.contains(call.method()))
                    && path.matches(PathContainer.parsePath(call.asked()));
        }
    }

    /** One line of the table; the rest of it does not matter here. */
    record Row(
            String service, String path, @DefaultValue({}) Set<String> methods) {
        private Route named(String id) {
            Set<HttpMethod> taken = methods.stream().map(HttpMethod::valueOf).collect(Collectors.toUnmodifiableSet());
            return new Route(id, service, PathPatternParser.defaultInstance.parse(path), taken);
        }
    }

    /** The table of the gateway that is built next to the module which asks. */
    static Routes read() {
        try {
            var sources = new YamlPropertySourceLoader().load("gateway", new FileSystemResource(settings()));
            Map<String, Row> table = new Binder(ConfigurationPropertySources.from(sources))
                    .bind(TABLE, Bindable.mapOf(String.class, Row.class))
                    .get();
            return new Routes(table.entrySet().stream()
                    .map(row -> row.getValue().named(row.getKey()))
                    .sorted(Comparator.comparing(Route::path))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path settings() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve(SETTINGS))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + SETTINGS + " here or above"));
    }

    /** The one that takes this call. */
    Optional<Route> of(Call call) {
        return all.stream().filter(route -> route.leads(call)).findFirst();
    }

    /** Those that lead to a service. */
    List<Route> to(String service) {
        return all.stream().filter(route -> route.service().equals(service)).toList();
    }
}
