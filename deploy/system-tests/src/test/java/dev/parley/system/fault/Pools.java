package dev.parley.system.fault;

import dev.parley.system.stack.StackStatus;
import dev.parley.system.stack.StackStatus.Service;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many connections to the database each service has lent out. */
final class Pools {
    private static final Pattern ACTIVE = Pattern.compile("(?m)^hikaricp_connections_active\\{[^}]*} ([0-9.]+)");
    private static final Pattern PENDING = Pattern.compile("(?m)^hikaricp_connections_pending\\{[^}]*} ([0-9.]+)");
    private static final List<String> WITH_DATABASE =
            List.of("chat-service", "agent-service", "location-service", "conversation-service");

    private Pools() {}

    /** By service: what is lent, and who waits. */
    static Map<String, Long> lent(StackStatus stack) {
        Map<String, Long> lent = new TreeMap<>();
        WITH_DATABASE.stream()
                .flatMap(name -> stack.replicas(name).stream())
                .forEach(service -> lent.put(service.name(), lent(service)));
        return lent;
    }

    private static long lent(Service service) {
        String metrics = service.metrics();
        return sum(ACTIVE, metrics) + sum(PENDING, metrics);
    }

    private static long sum(Pattern metric, String metrics) {
        Matcher samples = metric.matcher(metrics);
        long sum = 0;
        while (samples.find()) {
            sum += Math.round(Double.parseDouble(samples.group(1)));
        }
        return sum;
    }
}
