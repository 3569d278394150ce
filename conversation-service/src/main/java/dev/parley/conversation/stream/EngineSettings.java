package dev.parley.conversation.stream;

import java.net.URI;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** How Debezium follows the outbox. */
@Component
class EngineSettings {
    private static final String PREFIX = "parley";
    private static final int DEFAULT_PORT = 5432;

    private final ReplicationLogin database;
    private final StreamSettings settings;

    EngineSettings(ReplicationLogin database, StreamSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    Properties properties() {
        Properties engine = new Properties();
        engine.setProperty("name", settings.slot());
        engine.setProperty("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        engine.setProperty("topic.prefix", PREFIX);
        engine.setProperty(
                "poll.interval.ms", Long.toString(settings.pollInterval().toMillis()));
        engine.setProperty("errors.max.retries", "-1");
        // Two engines of one JVM, as in tests, would wait for each other's metrics.
        engine.setProperty("custom.metric.tags", "slot=" + settings.slot());
        putConnection(engine);
        putReplication(engine);
        putOffsets(engine);
        return engine;
    }

    private void putConnection(Properties engine) {
        URI address = URI.create(database.url().substring("jdbc:".length()));
        int port = address.getPort() == -1 ? DEFAULT_PORT : address.getPort();
        engine.setProperty("database.hostname", address.getHost());
        engine.setProperty("database.port", Integer.toString(port));
        engine.setProperty("database.dbname", address.getPath().substring(1));
        engine.setProperty("database.user", database.username());
        engine.setProperty("database.password", database.password());
    }

    private void putReplication(Properties engine) {
        engine.setProperty("plugin.name", "pgoutput");
        engine.setProperty("slot.name", settings.slot());
        engine.setProperty("publication.name", settings.publication());
        engine.setProperty("publication.autocreate.mode", "disabled");
        engine.setProperty("table.include.list", "public.outbox,public.outbox_heartbeat");
        engine.setProperty("snapshot.mode", "no_data");
        engine.setProperty("tombstones.on.delete", "false");
        // What is published is deleted, which nobody has to be told: the publication leaves it out.
        engine.setProperty("skipped.operations", "d,t");
        engine.setProperty("binary.handling.mode", "bytes");
        // The slot is the lock: the replicas that do not hold it wait for it, for as long as it takes.
        engine.setProperty("slot.max.retries", Integer.toString(Integer.MAX_VALUE));
        engine.setProperty("slot.retry.delay.ms", "2000");
        // A slot that is ahead of what was published was made anew, and what lies between is lost: that must be seen.
        engine.setProperty("offset.mismatch.strategy", "trust_offset");
        engine.setProperty("heartbeat.interval.ms", "10000");
        engine.setProperty("heartbeat.action.query", """
                insert into outbox_heartbeat (id, beat_at) values (1, now())
                on conflict (id) do update set beat_at = excluded.beat_at""");
    }

    private void putOffsets(Properties engine) {
        engine.setProperty("offset.storage", "io.debezium.storage.jdbc.offset.JdbcOffsetBackingStore");
        engine.setProperty("offset.storage.jdbc.connection.url", database.url());
        engine.setProperty("offset.storage.jdbc.connection.user", database.username());
        engine.setProperty("offset.storage.jdbc.connection.password", database.password());
        engine.setProperty("offset.storage.jdbc.table.name", "outbox_offset");
        engine.setProperty("offset.flush.interval.ms", "1000");
    }
}
