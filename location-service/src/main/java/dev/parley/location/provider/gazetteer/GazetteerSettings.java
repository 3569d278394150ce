package dev.parley.location.provider.gazetteer;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param file the path of cities in GeoNames' format, to use in place of the bundled ones; absent or blank: the bundled ones */
@ConfigurationProperties("parley.location.gazetteer")
record GazetteerSettings(@Nullable String file) {
    Optional<Path> path() {
        return file == null || file.isBlank() ? Optional.empty() : Optional.of(Path.of(file));
    }
}
