package dev.parley.testing.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Finds a text anywhere in a database: in each column of each table, also within bytes. A new table is searched by itself. */
public final class TableSearch {
    private static final String TABLES = """
            select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
             where schemaname not in ('pg_catalog', 'information_schema')""";

    private final DataSource database;

    private TableSearch(DataSource database) {
        this.database = database;
    }

    public static TableSearch in(DataSource database) {
        return new TableSearch(database);
    }

    /**
     * The tables with a row that holds the text, such as {@code public.message}.
     *
     * @throws AssertionError when a table may not be read
     */
    public Set<String> find(String text) {
        try (Connection connection = database.getConnection()) {
            // Rows that a policy hides would be taken for rows that are not there.
            try (Statement statement = connection.createStatement()) {
                statement.execute("set parley.tenants = '*'");
            }
            Set<String> found = new TreeSet<>();
            for (String table : tables(connection)) {
                if (holds(connection, table, text)) {
                    found.add(table);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static boolean holds(Connection connection, String table, String text) throws SQLException {
        String sql = "select exists (select from " + table
                + " as searched where strpos(searched::text, ?) > 0 or strpos(searched::text, ?) > 0)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, text);
            statement.setString(2, HexFormat.of().formatHex(text.getBytes(UTF_8)));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
