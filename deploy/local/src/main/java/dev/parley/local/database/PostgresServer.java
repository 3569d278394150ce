package dev.parley.local.database;

import dev.parley.local.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A real PostgreSQL server on loopback, a child process of this JVM, ready when start returns. Data survive between
 * runs. All its roles have the password {@code parley}; the role {@code parley} owns the databases and sees everybody's rows,
 * the others are what services log in as.
 */
public final class PostgresServer implements AutoCloseable {

    public static final String ROLE = "parley";
    /** Owns nothing: row level security holds it. */
    public static final String APPLICATION_ROLE = "parley_application";
    /** Reads the write-ahead log. */
    public static final String REPLICATION_ROLE = "parley_replication";

    private static final String PASSWORD = "parley";

    private final Postmaster postmaster;
    private final Superuser superuser;
    private final int port;
    private final List<String> notices;

    private PostgresServer(Postmaster postmaster, Superuser superuser, int port, List<String> notices) {
        this.postmaster = postmaster;
        this.superuser = superuser;
        this.port = port;
        this.notices = notices;
    }

    /** Durable, with the log in the data folder, stopped with this JVM at the latest; port 0 means a free one. */
    public static PostgresServer start(Path dataDir, Path binariesDir, int port) {
        return start(PostgresOptions.of(dataDir, binariesDir, port));
    }

    /**
     * Starts a server, or fails and leaves none behind.
     *
     * @throws IllegalStateException when the port is taken or the server does not come up
     */
    public static PostgresServer start(PostgresOptions options) {
        try {
            return launch(options);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start PostgreSQL in " + options.dataDir(), e);
        }
    }

    /**
     * Stops a server that a killed launcher left on this data, if there is one.
     *
     * @return what was done
     */
    public static Optional<String> stopOrphan(Path dataDir) {
        try {
            return new PostmasterPid(Cluster.folderIn(dataDir.toAbsolutePath().normalize())).clearOrphan();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for an earlier PostgreSQL server in " + dataDir, e);
        }
    }

    /** With the role's name and password in it, so that it is all a client needs. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s".formatted(port, database, ROLE, PASSWORD);
    }

    /** The same address in libpq's form, as DATABASE_MIGRATION_URL has it. */
    public String url(String database) {
        return url(ROLE, database);
    }

    /** As DATABASE_URL and DATABASE_REPLICATION_URL have it. */
    public String url(String role, String database) {
        return "postgresql://%s:%s@127.0.0.1:%d/%s".formatted(role, PASSWORD, port, database);
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process().pid();
    }

    public ProcessHandle process() {
        return postmaster.handle();
    }

    /** What start found and did, such as stopping a server that a killed launcher had left. */
    public List<String> notices() {
        return notices;
    }

    /** Creates the database with the role as owner, if it is missing; safe among several callers. */
    public void ensureDatabase(String name) {
        superuser.ensureDatabase(name, ROLE);
    }

    /** Open transactions are rolled back; what was committed is on disk. */
    @Override
    public void close() {
        postmaster.stop();
    }

    private static PostgresServer launch(PostgresOptions options) throws IOException {
        Path dataDir = options.dataDir().toAbsolutePath().normalize();
        Path log = options.log().toAbsolutePath();
        Files.createDirectories(dataDir);
        Files.createDirectories(log.getParent());
        Path binaries = PostgresBinaries.unpackedIn(options.binariesDir());
        Cluster cluster = new Cluster(dataDir, binaries, Account.choose());
        List<String> notices = stopOrphan(dataDir).stream().toList();
        int port = usable(options.port());
        cluster.initialise(options.durable(), log);
        Postmaster postmaster = Postmaster.start(cluster, port, options, log);
        if (options.stopWithJvm()) {
            Runtime.getRuntime().addShutdownHook(new Thread(postmaster::stop, "stop-postgres"));
        }
        try {
            Superuser superuser = new Superuser(port, cluster.superuserPassword());
            superuser.ensureRole(ROLE, PASSWORD, "login replication");
            superuser.ensureRole(APPLICATION_ROLE, PASSWORD, "login");
            superuser.ensureRole(REPLICATION_ROLE, PASSWORD, "login replication");
            superuser.letActAs(ROLE, APPLICATION_ROLE, REPLICATION_ROLE);
            superuser.showAllRowsTo(ROLE);
            return new PostgresServer(postmaster, superuser, port, notices);
        } catch (IOException | RuntimeException e) {
            postmaster.stop();
            throw e;
        }
    }

    private static int usable(int port) {
        int chosen = Ports.orFree(port);
        if (!Ports.isFree(chosen)) {
            throw new IllegalStateException("Port " + chosen + " for PostgreSQL is taken");
        }
        return chosen;
    }
}
