package dev.parley.local.command;

import dev.parley.local.data.DataFolder;
import dev.parley.local.plan.Service;
import dev.parley.local.plan.Wishes;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the stack and stays with it, or leaves it running behind. */
@Command(
        name = "up",
        sortOptions = false,
        description = "Starts Kafka, PostgreSQL and all services. Ctrl-C stops them.")
final class UpCommand implements Callable<Integer> {

    private static final int MOST_REPLICAS = 8;

    @Option(names = "--detach", description = "Return when all is ready, and leave it running")
    private boolean detach;

    @Option(names = "--fresh", description = "Begin with empty data")
    private boolean fresh;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The gateway's port (default ${DEFAULT-VALUE}; 0: a free one)")
    private int port = 8000;

    @Option(
            names = "--kafka-port",
            paramLabel = "N",
            description = "Kafka's port (default ${DEFAULT-VALUE}; 0: a free one)")
    private int kafkaPort = 9092;

    @Option(
            names = "--postgres-port",
            paramLabel = "N",
            description = "PostgreSQL's port (default ${DEFAULT-VALUE}; 0: a free one)")
    private int postgresPort = 5433;

    @Option(
            names = "--services",
            split = ",",
            paramLabel = "NAME",
            description = "Start only these services, beside Kafka and PostgreSQL; 'none' for no service")
    private List<String> services = List.of();

    @Option(
            names = "--replicas",
            split = ",",
            paramLabel = "NAME=N",
            description = "More processes of a service, such as agent-service=2")
    private Map<String, Integer> replicas = Map.of();

    @Option(names = "--debug", split = ",", paramLabel = "NAME", description = "Open a debugger port (5005 and up)")
    private List<String> debug = List.of();

    @Option(names = "--watch", description = "Start again what dies")
    private boolean watch;

    @Option(
            names = "--trace",
            description = "Attach the OpenTelemetry agent; spans go to traces.jsonl in the data folder")
    private boolean trace;

    @Option(
            names = "--record-aot",
            description =
                    "Note down what the JVMs learn, and write AOT caches of it at the end (train does so with a load)")
    private boolean recordAot;

    /** Set by the script in front: when it is gone, so is the one who wanted the stack. */
    @Option(names = "--parent", hidden = true)
    private long parent;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws Exception {
        Home home = Home.ofScripts();
        DataFolder folder = data.folder(home);
        UpOptions options = new UpOptions(wishes(), fresh, watch, trace, recordAot);
        if (detach) {
            return new Detached(home, folder, Screen.standard())
                    .run(spec.commandLine().getParseResult().originalArgs());
        }
        return new Foreground(new UpRun(home, folder, options, Screen.standard())).run(parent);
    }

    private Wishes wishes() {
        return new Wishes(port, kafkaPort, postgresPort, chosen(), counts(), named(debug));
    }

    private Set<Service> chosen() {
        if (services.isEmpty()) {
            return EnumSet.allOf(Service.class);
        }
        return services.equals(List.of("none")) ? Set.of() : named(services);
    }

    private Map<Service, Integer> counts() {
        Map<Service, Integer> counts = new HashMap<>();
        replicas.forEach((name, count) -> {
            if (count < 1 || count > MOST_REPLICAS) {
                throw new IllegalArgumentException("--replicas " + name + " takes 1 to " + MOST_REPLICAS);
            }
            counts.put(Service.named(name), count);
        });
        return counts;
    }

    private static Set<Service> named(List<String> names) {
        Set<Service> found = EnumSet.noneOf(Service.class);
        names.forEach(name -> found.add(Service.named(name)));
        return found;
    }
}
