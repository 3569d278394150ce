package dev.parley.platform.settings;

import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;

/** The management port: {@code MANAGEMENT_PORT}, else a thousand above the service's, so that a replica needs one number. */
final class ManagementPort {
    private static final int DISTANCE = 1000;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

    private ManagementPort() {}

    static Map<String, Object> of(Environment environment) {
        String own = environment.getProperty("MANAGEMENT_PORT");
        String service = environment.getProperty("server.port", "");
        if (own == null && !NUMBER.matcher(service).matches()) {
            // What is wrong with it is said where it is bound.
            return Map.of();
        }
        return Map.of("management.server.port", own != null ? own : above(Integer.parseInt(service)));
    }

    /** Zero means any port there is. */
    private static int above(int port) {
        return port == 0 ? 0 : port + DISTANCE;
    }
}
