package dev.parley.local.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The broker as a process of its own. Arguments: data folder, port, controller port, file that says it is ready. */
public final class BrokerProcess {

    private BrokerProcess() {}

    /** Serves until the process is told to end. */
    @SuppressWarnings("SystemOut") // Its standard output is its log.
    public static void main(String[] arguments) throws IOException {
        Path ready = Path.of(arguments[3]);
        KafkaBroker broker = KafkaBroker.start(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker, ready), "stop-broker"));
        Files.writeString(ready, Long.toString(ProcessHandle.current().pid()));
        System.out.println("Kafka is ready on " + broker.bootstrapServers());
        broker.awaitStop();
    }

    private static void stop(KafkaBroker broker, Path ready) {
        ready.toFile().delete();
        broker.close();
    }
}
