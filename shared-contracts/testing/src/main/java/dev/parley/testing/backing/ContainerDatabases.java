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
        return new ContainerDatabases(container);
    }

    @Override
    public TestDatabase create(String name) {
        try (Connection connection = database("postgres").dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the database " + name, e);
        }
        return database(name);
    }

    private TestDatabase database(String name) {
        int port = container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        return new TestDatabase(container.getHost(), port, name, ROLE, ROLE);
    }
}
