package dev.parley.local.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** Makes roles and databases; the only one who logs in as superuser. */
final class Superuser {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final long LOCK = 0x7061726c6579L;

    private final String url;

    Superuser(int port, String password) {
        this.url = "jdbc:postgresql://127.0.0.1:%d/postgres?user=%s&password=%s"
                .formatted(port, Cluster.SUPERUSER, password);
    }

    void ensureRole(String name, String password) {
        unless(
                "select 1 from pg_roles where rolname = ?",
                name,
                "create role " + checked(name) + " login replication password '" + password + "'");
    }

    void ensureDatabase(String name, String owner) {
        unless(
                "select 1 from pg_database where datname = ?",
                name,
                "create database " + checked(name) + " owner " + checked(owner));
    }

    private void unless(String exists, String name, String create) {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement query = connection.prepareStatement(exists);
                Statement statement = connection.createStatement()) {
            // Neither create knows "if not exists", and callers may be several; the lock ends with the connection.
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                if (!found.next()) {
                    statement.execute(create);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + create.replaceAll("password.*", "…"), e);
        }
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a plain name: " + name);
        }
        return name;
    }
}
