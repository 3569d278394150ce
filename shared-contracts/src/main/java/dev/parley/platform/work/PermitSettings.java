package dev.parley.platform.work;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param limits by name, how many hold a permit at once over all replicas, which have to agree on it; what is not named is
 *     not limited
 */
@ConfigurationProperties("parley.work")
record PermitSettings(@DefaultValue Map<String, Integer> limits) {

    PermitSettings {
        limits.forEach((name, limit) -> {
            if (limit < 1) {
                throw new IllegalArgumentException("parley.work.limits: %s has to be at least 1".formatted(name));
            }
        });
        limits = Map.copyOf(limits);
    }
}
