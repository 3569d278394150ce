package dev.parley.testing.backing;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database that belongs to one test or one context. User and password are its owner's, who sees everybody's rows; services
 * log in as others.
 */
public record TestDatabase(String host, int port, String name, String username, String password) {
    /** Owns nothing: row level security holds it. */
    public static final String APPLICATION_ROLE = "parley_application";

    public static final String REPLICATION_ROLE = "parley_replication";

    /** Without the user in it, as {@code spring.datasource.url} has it. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
    }

    /** With the user in it, as {@code DATABASE_MIGRATION_URL} has it. */
    public String url() {
        return "postgresql://%s:%s@%s:%d/%s".formatted(username, password, host, port, name);
    }

    /** As {@code DATABASE_URL} has it: as whom a service works. */
    public String applicationUrl() {
        return urlAs(APPLICATION_ROLE);
    }

    /** As {@code DATABASE_REPLICATION_URL} has it. */
    public String replicationUrl() {
        return urlAs(REPLICATION_ROLE);
    }

    private String urlAs(String role) {
        return "postgresql://%s:%s@%s:%d/%s".formatted(role, password, host, port, name);
    }

    /** A connection for each call, no pool. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl());
        source.setUser(username);
        source.setPassword(password);
        return source;
    }
}
