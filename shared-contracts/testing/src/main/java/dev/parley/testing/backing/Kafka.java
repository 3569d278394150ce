package dev.parley.testing.backing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The broker of this test JVM, started when first asked for. Topics are not made by writing to them. */
public final class Kafka {

    private Kafka() {}

    public static String bootstrapServers() {
        return Started.SERVER.bootstrapServers();
    }

    /** Makes the topic if it is missing. One that exists stays as it is. */
    public static void ensureTopic(String name, int partitions) {
        try (Admin admin = admin()) {
            NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.empty());
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Cannot make the topic " + name, e);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    public static Set<String> topics() {
        try (Admin admin = admin()) {
            return admin.listTopics().names().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot list the topics", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** For whatever else a test has to ask of the broker; the caller closes it. */
    public static Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()));
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    private static final class Started {
        static final BrokerServer SERVER = start();

        private static BrokerServer start() {
            QuietLogs.apply();
            return Docker.answers() ? ContainerBroker.start() : EmbeddedBroker.start();
        }
    }
}
