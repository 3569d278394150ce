package dev.parley.local.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The services in the order in which they are listed; a higher tier is stopped earlier. */
public enum Service {
    GATEWAY(8000, 192, 5),
    CHAT(8010, 384, 4),
    AGENT(8020, 512, 3),
    LOCATION(8030, 256, 2),
    CONVERSATION(8040, 384, 2);

    private final int port;
    private final int heapMb;
    private final int tier;

    Service(int port, int heapMb, int tier) {
        this.port = port;
        this.heapMb = heapMb;
        this.tier = tier;
    }

    /**
     * Finds a service by its module's name, or without "-service".
     *
     * @throws IllegalArgumentException with the names there are
     */
    public static Service named(String name) {
        return Arrays.stream(values())
                .filter(service ->
                        service.module().equals(name) || service.shortName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown service '" + name + "': there are "
                        + Arrays.stream(values()).map(Service::module).collect(Collectors.joining(", "))));
    }

    public String module() {
        return shortName() + "-service";
    }

    public int port() {
        return port;
    }

    public int managementPort() {
        return port + 1000;
    }

    public int heapMb() {
        return heapMb;
    }

    public int tier() {
        return tier;
    }

    /** Which variable tells the others where it is. */
    public String urlVariable() {
        return name() + "_SERVICE_URL";
    }

    /** Which variable tells the others where its health and metrics are. */
    public String managementUrlVariable() {
        return name() + "_MANAGEMENT_URL";
    }

    /** Which variable adds options to its JVM. */
    public String optionsVariable() {
        return name() + "_JAVA_OPTS";
    }

    private String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
