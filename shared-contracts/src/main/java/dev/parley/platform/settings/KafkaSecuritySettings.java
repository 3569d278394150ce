package dev.parley.platform.settings;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** How to log in to the broker. Nothing is set when nothing is asked for: the client refuses empty values. */
final class KafkaSecuritySettings {
    private KafkaSecuritySettings() {}

    static Map<String, Object> of(Environment environment) {
        Map<String, Object> properties = new LinkedHashMap<>();
        String protocol = environment.getProperty("KAFKA_SECURITY_PROTOCOL");
        put(properties, "security.protocol", protocol == null ? null : protocol.toUpperCase(Locale.ROOT));
        put(properties, "sasl.mechanism", environment.getProperty("KAFKA_SASL_MECHANISM"));
        put(properties, "sasl.jaas.config", environment.getProperty("KAFKA_SASL_JAAS_CONFIG"));
        return properties;
    }

    private static void put(Map<String, Object> properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put("spring.kafka.properties." + name, value.replace("${", "\\${"));
        }
    }
}
