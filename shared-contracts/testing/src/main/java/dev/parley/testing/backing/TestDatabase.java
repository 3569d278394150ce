package dev.parley.testing.backing;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that belongs to one test or one context. */
public record TestDatabase(String host, int port, String name, String username, String password) {

    /** Without the user in it, as {@code spring.datasource.url} has it. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
    }

    /** With the user in it, as {@code DATABASE_URL} has it. */
    public String url() {
        return "postgresql://%s:%s@%s:%d/%s".formatted(username, password, host, port, name);
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
