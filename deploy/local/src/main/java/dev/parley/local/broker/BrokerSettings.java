package dev.parley.local.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The server properties of a single node that is small at rest. */
final class BrokerSettings {

    private BrokerSettings() {}

    static Map<String, Object> of(Path dataDir, int port, int controllerPort) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("log.dirs", dataDir.toString());
        settings.putAll(internalTopics());
        settings.putAll(threads());
        settings.put("auto.create.topics.enable", "false");
        settings.put("num.partitions", "4");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // The default of 128 MB is taken from the heap at once, and a small heap dies of it.
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        // An idle controller writes an empty record this often; nobody waits for them here.
        settings.put("metadata.max.idle.interval.ms", "5000");
        return settings;
    }

    /** For a few requests at a time: each goes through two of them, and more than there are cores are only ever woken cold. */
    private static Map<String, Object> threads() {
        return Map.of(
                "num.network.threads", "1",
                "num.io.threads", "2",
                "group.coordinator.threads", "1",
                "share.coordinator.threads", "1");
    }

    /** One node: the replication factors of internal topics are 3 by default, their partitions 50. */
    private static Map<String, Object> internalTopics() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "4");
    }
}
