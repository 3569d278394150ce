package dev.parley.local.plan;

import dev.parley.local.process.Launch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the replicas of a plan are started.
 *
 * @param java the program that runs them
 * @param environment what the caller has set; handed on
 */
public record ServiceLaunch(Path java, Plan plan, Map<String, String> environment, Optional<Tracing> tracing) {

    private static final int TRACING_HEAP_MB = 64;

    /** Small and quick to start: C1 only, one collector thread, 8-byte object headers. */
    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            // Collects the whole heap each time that loaded classes pass a mark, which begins at 21 MB: seconds on a
            // busy machine.
            "-XX:MetaspaceSize=128m",
            // A process that is out of memory is better dead and seen than alive and stuck.
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    public Launch of(Replica replica, Path applicationJar, Path log) {
        return new Launch(replica.name(), command(replica, applicationJar), environmentOf(replica), log);
    }

    /** The broker's command line; KAFKA_JAVA_OPTS adds to it. */
    public List<String> broker(Path dataDir, Path ready) {
        List<String> own = options(environment.getOrDefault("KAFKA_JAVA_OPTS", ""));
        return BrokerLaunch.command(
                java,
                own,
                List.of(
                        dataDir.toString(),
                        Integer.toString(plan.kafkaPort()),
                        Integer.toString(plan.controllerPort()),
                        ready.toString()));
    }

    /** Addresses that the caller has set to something else, and that count for nothing here. */
    public List<String> overridden() {
        return plan.addresses().entrySet().stream()
                .filter(ours -> !environment
                        .getOrDefault(ours.getKey(), ours.getValue())
                        .equals(ours.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<String> command(Replica replica, Path applicationJar) {
        List<String> own = options(environment.getOrDefault(replica.service().optionsVariable(), ""));
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(small(own));
        command.add("-Xmx" + (replica.service().heapMb() + (tracing.isPresent() ? TRACING_HEAP_MB : 0)) + "m");
        tracing.ifPresent(on -> command.add("-javaagent:" + on.agent()));
        if (replica.debugPort() != 0) {
            command.add(
                    "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + replica.debugPort());
        }
        command.addAll(own);
        command.add("-jar");
        command.add(applicationJar.toString());
        return command;
    }

    private Map<String, String> environmentOf(Replica replica) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(plan.addresses());
        variables.put("PORT", Integer.toString(replica.port()));
        variables.put("MANAGEMENT_PORT", Integer.toString(replica.managementPort()));
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        tracing.ifPresent(
                on -> variables.putAll(on.environment(replica.service().module())));
        return variables;
    }

    /** What the JVM is given twice counts in its last form, except that two collectors are refused. */
    static List<String> small(List<String> own) {
        boolean ownCollector = own.stream().anyMatch(option -> option.matches("-XX:\\+Use\\w+GC"));
        return SMALL.stream()
                .filter(option -> !(ownCollector && option.endsWith("SerialGC")))
                .toList();
    }

    static List<String> options(String text) {
        return Stream.of(text.strip().split("\\s+", -1))
                .filter(option -> !option.isEmpty())
                .toList();
    }
}
