package dev.parley.testing.backing;

import java.util.UUID;

/** The database server of this test JVM, started when first asked for. */
public final class Databases {

    private Databases() {}

    /** A new, empty database. Its owner may log in and replicate; the server writes a logical WAL. */
    public static TestDatabase fresh() {
        String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        return Started.SERVER.create("test_" + unique);
    }

    private static final class Started {
        static final DatabaseServer SERVER = start();

        private static DatabaseServer start() {
            QuietLogs.apply();
            return Docker.answers() ? ContainerDatabases.start() : EmbeddedDatabases.start();
        }
    }
}
