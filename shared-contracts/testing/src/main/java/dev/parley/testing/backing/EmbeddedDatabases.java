package dev.parley.testing.backing;

import dev.parley.local.database.PostgresOptions;
import dev.parley.local.database.PostgresServer;
import java.nio.file.Path;

/** The real server, a child process of this JVM. */
record EmbeddedDatabases(PostgresServer server) implements DatabaseServer {

    static EmbeddedDatabases start() {
        Path folder = RunFolder.make("postgres");
        PostgresServer server =
                PostgresServer.start(PostgresOptions.of(folder, RunFolder.shared("postgres-binaries"), 0)
                        .withoutDurability()
                        .stoppedByCaller());
        AtExit.run("stop-test-database", () -> {
            server.close();
            RunFolder.delete(folder);
        });
        return new EmbeddedDatabases(server);
    }

    @Override
    public TestDatabase create(String name) {
        server.ensureDatabase(name);
        return new TestDatabase("127.0.0.1", server.port(), name, PostgresServer.ROLE, PostgresServer.ROLE);
    }
}
