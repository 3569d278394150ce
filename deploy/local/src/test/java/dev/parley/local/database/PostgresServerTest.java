package dev.parley.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.local.process.Processes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    private static final Path BINARIES = Path.of("target", "postgres");

    @Test
    void keeps_its_data_between_runs(@TempDir Path data) throws SQLException {
        try (PostgresServer server = start(data)) {
            server.ensureDatabase("chat");
            execute(server, "create table turn (id int)");
            execute(server, "insert into turn values (42)");
        }

        try (PostgresServer server = start(data)) {
            server.ensureDatabase("chat");
            assertThat(server.notices()).isEmpty();
            assertThat(ask(server, "select id from turn")).isEqualTo("42");
        }
    }

    @Test
    void is_durable_and_ready_for_logical_replication_by_a_plain_role(@TempDir Path data) throws SQLException {
        try (PostgresServer server = PostgresServer.start(data, BINARIES, 0)) {
            server.ensureDatabase("chat");

            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "show wal_level")).isEqualTo("logical");
            assertThat(ask(server, "select rolsuper from pg_roles where rolname = 'parley'"))
                    .isEqualTo("f");
            assertThat(ask(server, "select slot_name from pg_create_logical_replication_slot('s', 'pgoutput')"))
                    .isEqualTo("s");
            assertThat(ask(server, "select lower('ÄÉ')")).isEqualTo("äé");
            assertThat(server.url("chat")).isEqualTo("postgresql://parley:parley@127.0.0.1:" + server.port() + "/chat");
        }
    }

    @Test
    void a_server_left_by_a_killed_launcher_is_stopped_and_that_is_said(@TempDir Path data) throws SQLException {
        PostgresServer left = start(data);
        left.ensureDatabase("chat");
        execute(left, "create table turn (id int)");

        try (PostgresServer server = start(data)) {
            assertThat(server.notices())
                    .singleElement()
                    .asString()
                    .contains("Stopped a PostgreSQL server")
                    .contains(Long.toString(left.pid()));
            assertThat(server.pid()).isNotEqualTo(left.pid());
            assertThat(ask(server, "select count(*) from turn")).isEqualTo("0");
        }
    }

    @Test
    void recovers_after_it_was_killed(@TempDir Path data) throws SQLException {
        PostgresServer killed = PostgresServer.start(data, BINARIES, 0);
        killed.ensureDatabase("chat");
        execute(killed, "create table turn (id int)");
        killed.process().destroyForcibly();
        Processes.ended(killed.process(), Duration.ofSeconds(10));

        try (PostgresServer server = start(data)) {
            assertThat(server.notices()).singleElement().asString().contains("recovers");
            assertThat(ask(server, "select count(*) from turn")).isEqualTo("0");
        }
    }

    @Test
    void the_number_of_a_dead_server_may_belong_to_another_program_by_now(@TempDir Path data) throws IOException {
        Path pid = Files.createDirectories(data.resolve("cluster")).resolve("postmaster.pid");
        Files.writeString(pid, ProcessHandle.current().pid() + "\n" + data + "\n");

        assertThat(PostgresServer.stopOrphan(data))
                .hasValueSatisfying(said -> assertThat(said).contains("recovers"));

        assertThat(pid).doesNotExist();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
        assertThat(PostgresServer.stopOrphan(data)).isEmpty();
    }

    @Test
    void a_taken_port_is_refused(@TempDir Path data) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> PostgresServer.start(data, BINARIES, port))
                    .hasMessage("Port " + port + " for PostgreSQL is taken");
        }
    }

    @Test
    void a_database_name_is_never_trusted(@TempDir Path data) {
        try (PostgresServer server = start(data)) {
            assertThatThrownBy(() -> server.ensureDatabase("x; drop database postgres"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static PostgresServer start(Path data) {
        return PostgresServer.start(PostgresOptions.of(data, BINARIES, 0).withoutDurability());
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("chat"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("chat"));
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
