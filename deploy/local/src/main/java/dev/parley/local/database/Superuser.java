package dev.parley.local.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes roles and databases; the only one who logs in as superuser. */
final class Superuser {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final long LOCK = 0x7061726c6579L;

    private final String url;

    Superuser(int port, String password) {
        this.url = "jdbc:postgresql://127.0.0.1:%d/postgres?user=%s&password=%s"
                .formatted(port, Cluster.SUPERUSER, password);
    }

    /** @param may such as {@code login replication} */
    void ensureRole(String name, String password, String may) {
        unless(
                "select 1 from pg_roles where rolname = ?",
                name,
                "create role " + checked(name) + " " + may + " password '" + password + "'");
    }

    /** It sees and ends what the others do. */
    void letActAs(String role, String... others) {
        execute("grant " + Stream.of(others).map(Superuser::checked).collect(Collectors.joining(", ")) + " to "
                + checked(role));
    }

    /** A person who looks into a database has no tenant. */
    void showAllRowsTo(String role) {
        execute("alter role " + checked(role) + " set parley.tenants = '*'");
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

    private void execute(String command) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            // Of several that alter the same role at once, all but one would fail.
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            statement.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + command, e);
        }
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a plain name: " + name);
        }
        return name;
    }
}
