package dev.parley.chat.turn;

import dev.parley.chat.ChatService;
import dev.parley.testing.backing.Kafka;
import dev.parley.testing.backing.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A further replica of the service, on the same broker and database. */
final class Replica implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    Replica(TestDatabase database) {
        this.context = new SpringApplicationBuilder(ChatService.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--server.shutdown=immediate",
                        "--DATABASE_POOL_SIZE=8",
                        "--CHAT_DATABASE_URL=" + database.applicationUrl(),
                        "--CHAT_DATABASE_MIGRATION_URL=" + database.url(),
                        "--KAFKA_BOOTSTRAP_SERVERS=" + Kafka.bootstrapServers());
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
