package dev.parley.local.plan;

import dev.parley.local.process.Launch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the replicas of a plan are started.
 *
 * @param java the program that runs them
 * @param environment what the caller has set; handed on
 */
public record ServiceLaunch(
        Path java, Plan plan, Map<String, String> environment, Optional<Tracing> tracing, Teaching teaching) {

    /** Variables in which a JVM finds options of its own accord. */
    public static final List<String> JVM_VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    private static final int TRACING_HEAP_MB = 64;

    public Launch of(Replica replica, Path applicationJar, Path log) {
        Path build = Objects.requireNonNull(applicationJar.getParent());
        List<String> command = teaching.command(replica.name(), jvm(replica, applicationJar), build);
        return new Launch(replica.name(), command, environmentOf(replica), log);
    }

    /** The broker's command line; KAFKA_JAVA_OPTS adds to it. */
    public List<String> broker(Path dataDir, Path ready, Path build) {
        List<String> arguments = List.of(
                dataDir.toString(),
                Integer.toString(plan.kafkaPort()),
                Integer.toString(plan.controllerPort()),
                ready.toString());
        return teaching.command(
                "kafka", BrokerLaunch.jvm(java, options("KAFKA_JAVA_OPTS"), inherited(), arguments), build);
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

    private JvmCommand jvm(Replica replica, Path applicationJar) {
        return new JvmCommand(
                java,
                replica.service().heapMb() + (tracing.isPresent() ? TRACING_HEAP_MB : 0),
                added(replica),
                options(replica.service().optionsVariable()),
                inherited(),
                List.of("-jar", applicationJar.toString()));
    }

    private List<String> added(Replica replica) {
        List<String> added = new ArrayList<>();
        tracing.ifPresent(on -> added.add("-javaagent:" + on.agent()));
        if (replica.debugPort() != 0) {
            added.add("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + replica.debugPort());
        }
        return added;
    }

    private Map<String, String> environmentOf(Replica replica) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(plan.addresses());
        variables.putIfAbsent("PUBLIC_URL", plan.gatewayUrl());
        variables.put("PORT", Integer.toString(replica.port()));
        variables.put("MANAGEMENT_PORT", Integer.toString(replica.managementPort()));
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        tracing.ifPresent(
                on -> variables.putAll(on.environment(replica.service().module(), environment)));
        return variables;
    }

    private List<String> inherited() {
        return JVM_VARIABLES.stream()
                .flatMap(variable -> options(variable).stream())
                .toList();
    }

    private List<String> options(String variable) {
        return Stream.of(environment.getOrDefault(variable, "").strip().split("\\s+", -1))
                .filter(option -> !option.isEmpty())
                .toList();
    }
}
