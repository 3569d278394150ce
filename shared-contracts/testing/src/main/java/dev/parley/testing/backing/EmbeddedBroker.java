package dev.parley.testing.backing;

import dev.parley.local.broker.KafkaBroker;

/**
 * The real server, in this JVM. It ends with the JVM and is not stopped before: to bring its files into order takes longer
 * than many a test, and nobody reads them again. The next run deletes them.
 */
record EmbeddedBroker(String bootstrapServers) implements BrokerServer {

    static EmbeddedBroker start() {
        KafkaBroker broker = KafkaBroker.start(RunFolder.make("kafka"), 0, 0);
        return new EmbeddedBroker(broker.bootstrapServers());
    }
}
