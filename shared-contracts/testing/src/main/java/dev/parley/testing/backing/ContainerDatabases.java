package dev.parley.testing.backing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The server in a container; Testcontainers removes it after the JVM. */
record ContainerDatabases(PostgreSQLContainer container) implements DatabaseServer {

    private static final String ROLE = "parley";

    // Closed by Testcontainers, which watches this JVM.
    @SuppressWarnings("resource")
    static ContainerDatabases start() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18")
                .withUsername(ROLE)
                .withPassword(ROLE)
                .withDatabaseName("postgres")
                .withEnv(
                        "POSTGRES_INITDB_ARGS",
                        "--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 --encoding=UTF8")
                .withCommand("postgres -c wal_level=logical -c max_connections=200 -c max_replication_slots=16"
                        + " -c max_wal_senders=16 -c fsync=off -c synchronous_commit=off -c full_page_writes=off");
        container.start();
        ContainerDatabases databases = new ContainerDatabases(container);
        databases.execute("create role " + TestDatabase.APPLICATION_ROLE + " login password '" + ROLE + "'");
        databases.execute(
                "create role " + TestDatabase.REPLICATION_ROLE + " login replication password '" + ROLE + "'");
        databases.execute(
                "grant " + TestDatabase.APPLICATION_ROLE + ", " + TestDatabase.REPLICATION_ROLE + " to " + ROLE);
        databases.execute("alter role " + ROLE + " set parley.tenants = '*'");
        return databases;
    }

    @Override
    public TestDatabase create(String name) {
        execute("create database " + name);
        return database(name);
    }

    private void execute(String command) {
        try (Connection connection = database("postgres").dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException("The server refused: " + command, e);
        }
    }

    private TestDatabase database(String name) {
        int port = container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        return new TestDatabase(container.getHost(), port, name, ROLE, ROLE);
    }
}
