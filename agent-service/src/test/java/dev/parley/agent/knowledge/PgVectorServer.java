package dev.parley.agent.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * PostgreSQL with pgvector, in a process of its own: PGlite, which npm brings, for the embedded one has no such extension. It
 * has one session.
 */
final class PgVectorServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PgVectorServer.class);
    private static final Path FOLDER = Path.of("src", "test", "pgvector");

    private final Process process;
    private final String port;

    private PgVectorServer(Process process, String port) {
        this.process = process;
        this.port = port;
    }

    static PgVectorServer start() throws IOException, InterruptedException {
        requirePackages();
        Process process = new ProcessBuilder("node", "server.mjs")
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader(UTF_8);
        String port = out.readLine();
        if (port == null) {
            throw new IOException("PGlite has not started");
        }
        return new PgVectorServer(process, port);
    }

    private static void requirePackages() throws InterruptedException {
        if (Files.isDirectory(FOLDER.resolve("node_modules"))) {
            return;
        }
        try {
            Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (npm.waitFor(3, TimeUnit.MINUTES) && npm.exitValue() == 0) {
                return;
            }
            npm.destroyForcibly();
        } catch (IOException e) {
            log.warn("There is no npm", e);
        }
        log.warn("The index of meanings is NOT tested here: npm cannot bring a PostgreSQL with pgvector");
        abort("npm cannot bring a PostgreSQL with pgvector");
    }

    /** With the service's tables, made by a role that row level security holds. */
    Connection migrated() throws SQLException, IOException {
        Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable", "postgres", "");
        try (Statement statement = connection.createStatement()) {
            statement.execute("create extension vector");
            statement.execute("create role parley createrole");
            statement.execute("grant all on schema public to parley");
            statement.execute("grant create on database postgres to parley");
            statement.execute("set role parley");
            statement.execute("select set_config('parley.tenants', '*', false)");
            statement.execute("create schema platform");
            migrate(connection, "platform", "db/platform");
            migrate(connection, "public", "db/migration");
        }
        return connection;
    }

    private static void migrate(Connection connection, String schema, String folder) throws SQLException, IOException {
        List<Resource> scripts = Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/V*.sql"))
                .sorted(Comparator.comparingInt(PgVectorServer::version))
                .toList();
        connection.setSchema(schema);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (Resource script : scripts) {
                statement.execute(script.getContentAsString(UTF_8));
                connection.commit();
            }
        }
        connection.setAutoCommit(true);
    }

    private static int version(Resource script) {
        String name = String.valueOf(script.getFilename());
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.destroy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
