package dev.parley.testing.backing;

import dev.parley.local.broker.KafkaBroker;
import java.nio.file.Path;

/** The real server, in this JVM. */
record EmbeddedBroker(String bootstrapServers) implements BrokerServer {

    static EmbeddedBroker start() {
        Path folder = RunFolder.make("kafka");
        KafkaBroker broker = KafkaBroker.start(folder, 0, 0);
        AtExit.run("stop-test-broker", () -> {
            broker.close();
            RunFolder.delete(folder);
        });
        return new EmbeddedBroker(broker.bootstrapServers());
    }
}
