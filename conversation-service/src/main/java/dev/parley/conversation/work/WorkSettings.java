package dev.parley.conversation.work;

import dev.parley.platform.settings.BadSetting;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the other services' work is seen.
 *
 * @param services the addresses of the replicas, by the service's name
 * @param patience how long a service may take to answer
 */
@ConfigurationProperties("parley.conversation.work")
record WorkSettings(Map<String, List<URI>> services, Duration patience) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    WorkSettings {
        services.forEach((service, replicas) -> replicas.forEach(replica -> check(service, replica)));
    }

    private static void check(String service, URI replica) {
        if (!SCHEMES.contains(String.valueOf(replica.getScheme())) || replica.getHost() == null) {
            String variable = service.toUpperCase(Locale.ROOT).replace('-', '_') + "_URL";
            throw BadSetting.value(variable, replica.toString(), "http or https URLs with a host, separated by commas");
        }
    }
}
