package dev.parley.local.broker;

import dev.parley.local.process.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka server inside this JVM: one KRaft node, broker and controller, on loopback. It is ready when start
 * returns. Data survive: a folder is formatted once and served again later, on the same port or another.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final String FORMATTED = "meta.properties";

    private final KafkaRaftServer server;
    private final int port;

    private KafkaBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker on the data of this folder; port 0 means a free one.
     *
     * @throws IllegalStateException when a given port is taken
     */
    public static KafkaBroker start(Path dataDir, int port, int controllerPort) {
        Path folder = dataDir.toAbsolutePath().normalize();
        int brokerPort = usable(port);
        int quorumPort = usable(controllerPort);
        try {
            format(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot format the broker's folder " + folder, e);
        }
        KafkaConfig config = new KafkaConfig(BrokerSettings.of(folder, brokerPort, quorumPort), false);
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        server.startup();
        return new KafkaBroker(server, brokerPort);
    }

    /** As clients configure it: host and port. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Blocks until the server has stopped. */
    public void awaitStop() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static int usable(int port) {
        int chosen = Ports.orFree(port);
        // Kafka would end the whole process on a port that is taken.
        if (!Ports.isFree(chosen)) {
            throw new IllegalStateException("Port " + chosen + " for Kafka is taken");
        }
        return chosen;
    }

    private static void format(Path folder) throws IOException {
        if (Files.exists(folder.resolve(FORMATTED))) {
            return;
        }
        Files.createDirectories(folder);
        Formatter formatter = new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(Optional.of(folder.toString()))
                .addDirectory(folder.toString())
                .setReleaseVersion(MetadataVersion.latestProduction());
        try {
            formatter.run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
