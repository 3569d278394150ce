package dev.parley.testing.backing;

import org.apache.kafka.common.utils.AppInfoParser;
import org.testcontainers.kafka.KafkaContainer;

/** The server in a container, of the clients' version; Testcontainers removes it after the JVM. */
record ContainerBroker(String bootstrapServers) implements BrokerServer {

    // Closed by Testcontainers, which watches this JVM.
    @SuppressWarnings("resource")
    static ContainerBroker start() {
        KafkaContainer container = new KafkaContainer("apache/kafka:" + AppInfoParser.getVersion())
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        container.start();
        return new ContainerBroker(container.getBootstrapServers());
    }
}
