package dev.parley.system.stack;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lets the services record which lines they run, where this test JVM does so too. */
final class Coverage {
    private static final String AGENT = "-javaagent:";
    private static final List<String> SERVICES = List.of("gateway", "chat", "agent", "location", "conversation");

    private Coverage() {}

    /** The variables by which the launcher adds options to the services' JVMs. */
    static Map<String, String> variables(Path target) {
        Map<String, String> variables = new HashMap<>();
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith(AGENT) && argument.contains("jacoco"))
                .map(argument -> argument.substring(AGENT.length()).split("=", 2)[0])
                // The launcher splits options at spaces.
                .filter(agent -> !(agent + target).contains(" "))
                .findFirst()
                .ifPresent(agent -> SERVICES.forEach(service -> variables.put(
                        service.toUpperCase(Locale.ROOT) + "_JAVA_OPTS", options(agent, target, service))));
        return variables;
    }

    private static String options(String agent, Path target, String service) {
        Path file = target.resolve("jacoco-system-" + service + ".exec");
        return AGENT + agent + "=destfile=" + file + ",append=true,includes=dev.parley.*";
    }
}
