package dev.parley.conversation.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

import dev.parley.conversation.ConversationService;
import dev.parley.local.database.PostgresOptions;
import dev.parley.local.database.PostgresServer;
import dev.parley.testing.backing.Kafka;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A server that keeps hardly any write-ahead log for a reader that does not come along. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class LostSlotTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ADVICE = "CONVERSATION_STREAM_RECREATE_SLOT=true";

    private PostgresServer server;
    private Path data;

    @BeforeAll
    void there_is_a_server(@TempDir Path folder) {
        data = folder;
        server = PostgresServer.start(PostgresOptions.of(folder, Path.of("target", "postgres"), 0)
                .withoutDurability()
                .keepingForSlots("1MB")
                .stoppedByCaller());
    }

    @AfterAll
    void it_is_stopped() {
        server.close();
    }

    @Test
    void a_slot_that_is_lost_while_the_service_runs_is_seen_and_events_go_on(CapturedOutput output)
            throws SQLException, IOException {
        String database = database();
        try (ConfigurableApplicationContext service = start(database);
                Connection gate = connect(database)) {
            Events events = events(service);
            events.add(1);
            await().atMost(SOON).until(() -> events.published().equals(List.of(1L)));

            // The engine stands still while nobody can take rows out of the outbox.
            execute(
                    gate,
                    "create function wait_at_gate() returns trigger language plpgsql as $$"
                            + " begin perform pg_advisory_xact_lock_shared(1); return old; end $$");
            execute(gate, "create trigger gate before delete on outbox for each row execute function wait_at_gate()");
            execute(gate, "select pg_advisory_lock(1)");
            events.add(2);
            await().atMost(SOON).until(() -> events.published().contains(2L));
            loseSlot(database);
            execute(gate, "select pg_advisory_unlock(1)");

            SlotGuard guard = service.getBean(SlotGuard.class);
            await().atMost(SOON).until(guard::wasLost);
            events.add(3);
            await().atMost(SOON).until(() -> events.published().contains(3L));
            assertThat(service.getBean(MeterRegistry.class)
                            .get("parley.outbox.slot.lost")
                            .gauge()
                            .value())
                    .isEqualTo(1);
            var health = service.getBean(OutboxHealthIndicator.class).health();
            assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
            assertThat(String.valueOf(health.getDetails().get("slot"))).contains(ADVICE);
            await().atMost(SOON).until(() -> output.getOut().contains("The event stream is late from now on"));
            assertThat(output.getOut().split("The event stream is late from now on", -1))
                    .hasSize(2);
        }
    }

    @Test
    void a_lost_slot_refuses_to_start_until_a_person_decides_and_then_nothing_is_missing(CapturedOutput output)
            throws SQLException {
        String database = database();
        Events events;
        try (ConfigurableApplicationContext service = start(database)) {
            events = events(service);
            events.add(1);
            JdbcClient jdbc = service.getBean(JdbcClient.class);
            await().atMost(SOON).until(() -> count(jdbc, "outbox_offset") > 0 && count(jdbc, "outbox") == 0);
        }
        try (Connection connection = connect(database)) {
            execute(
                    connection,
                    "insert into outbox (id, topic, key, type, payload) values (gen_random_uuid(),"
                            + " 'conversation.events', '" + events.key() + "', 'parley.conversation.started.v1',"
                            + " '{\"sequence\":2}')");
            await().atMost(SOON)
                    .ignoreExceptions()
                    .untilAsserted(() -> execute(connection, "select pg_drop_replication_slot('" + database + "')"));
        }

        assertThatException().isThrownBy(() -> start(database).close());
        assertThat(output.getErr().lines().filter(line -> line.startsWith("Cannot start: ")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(database, "is lost", ADVICE));

        Events old = events;
        try (ConfigurableApplicationContext _ = startWith(database, database, "--" + ADVICE)) {
            await().atMost(SOON).until(() -> old.published().equals(List.of(1L, 2L)));
        }
        start(database).close();

        String another = database();
        assertThatException().isThrownBy(() -> startWith(another, database).close());
        assertThat(output.getErr())
                .contains(
                        "the replication slot " + database + " belongs to the database " + database,
                        "CONVERSATION_STREAM_SLOT");
    }

    private String database() {
        String name = "lost_" + UUID.randomUUID().toString().substring(0, 8);
        server.ensureDatabase(name);
        return name;
    }

    private ConfigurableApplicationContext start(String database) {
        return startWith(database, database);
    }

    private ConfigurableApplicationContext startWith(String database, String slot, String... more) {
        String group = "--spring.cloud.stream.bindings.%s-in-0.group=" + database;
        return new SpringApplicationBuilder(ConversationService.class)
                .run(Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--management.server.port=0",
                                        "--KAFKA_BOOTSTRAP_SERVERS=" + Kafka.bootstrapServers(),
                                        "--CONVERSATION_DATABASE_URL=" + server.url(database),
                                        // Slots belong to the server.
                                        "--CONVERSATION_STREAM_SLOT=" + slot,
                                        "--parley.conversation.stream.left-behind-after=1s",
                                        "--parley.conversation.stream.reconcile-interval=500ms",
                                        group.formatted("turnRequests"),
                                        group.formatted("turnOutcomes")),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private static Events events(ConfigurableApplicationContext service) {
        return new Events(
                service.getBean(Outbox.class),
                new TransactionTemplate(service.getBean(PlatformTransactionManager.class)));
    }

    /** Writes until the server throws away what the slot's reader has not read. */
    private void loseSlot(String database) throws SQLException, IOException {
        String password = Files.readString(data.resolve("superuser-password")).strip();
        String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
        try (Connection superuser = DriverManager.getConnection(url, "postgres", password)) {
            await().atMost(SOON).until(() -> {
                // The server waits for a reader to let go of its slot, and this one stands still.
                execute(
                        superuser,
                        "select pg_terminate_backend(active_pid) from pg_replication_slots where active and slot_name = '"
                                + database + "'");
                execute(superuser, "select pg_logical_emit_message(false, 'fill', 'up'), pg_switch_wal()");
                execute(superuser, "checkpoint");
                return isLost(superuser, database);
            });
        }
    }

    private static boolean isLost(Connection connection, String database) throws SQLException {
        try (Statement statement = connection.createStatement();
                var slot = statement.executeQuery(
                        "select wal_status from pg_replication_slots where slot_name = '" + database + "'")) {
            return slot.next() && "lost".equals(slot.getString(1));
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(JdbcClient jdbc, String table) {
        return jdbc.sql("select count(*) from " + table)
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
