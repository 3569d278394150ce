package dev.parley.local.stack;

import dev.parley.local.database.PostgresOptions;
import dev.parley.local.database.PostgresServer;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The database server with the databases of the services; a child process of the supervisor itself. */
record PostgresPart(PostgresOptions options, List<String> databases, Consumer<String> notices) implements Part {

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String address() {
        return "127.0.0.1:" + options.port();
    }

    @Override
    public int tier() {
        return 0;
    }

    @Override
    public Serving serving() {
        return new Serving(options.port(), 0);
    }

    @Override
    public Running start() {
        PostgresServer server = PostgresServer.start(options);
        try {
            server.notices().forEach(notices);
            databases.forEach(server::ensureDatabase);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return new Running() {
            @Override
            public ProcessHandle process() {
                return server.process();
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public String ending() {
                return "ended";
            }

            @Override
            public void stop(Duration grace) {
                server.close();
            }
        };
    }
}
