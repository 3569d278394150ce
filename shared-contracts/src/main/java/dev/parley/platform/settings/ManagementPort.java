package dev.parley.platform.settings;

import java.util.Map;
import org.springframework.core.env.Environment;

/** The management port: {@code MANAGEMENT_PORT}, else a thousand above the service's, so that a replica needs one number. */
final class ManagementPort {
    private static final int DISTANCE = 1000;

    private ManagementPort() {}

    static Map<String, Object> of(Environment environment) {
        Integer port = environment.getProperty("MANAGEMENT_PORT", Integer.class);
        if (port == null) {
            port = environment.getProperty("server.port", Integer.class);
            port = port == null || port <= 0 ? port : Integer.valueOf(port + DISTANCE);
        }
        return port == null ? Map.of() : Map.of("management.server.port", port);
    }
}
