package dev.parley.testing.backing;

/** A broker that runs until the JVM ends. */
interface BrokerServer {
    String bootstrapServers();
}
