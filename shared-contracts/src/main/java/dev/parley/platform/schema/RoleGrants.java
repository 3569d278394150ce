package dev.parley.platform.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Lets another role use what the migrator has made, after each migration. Does nothing where both are the same. */
public abstract class RoleGrants implements Callback {
    private final String name;
    private final String script;

    /**
     * How a role is let in.
     *
     * @param name of the callback
     * @param script SQL that may be run again and again; the role's name is in the setting {@code parley.grantee}
     */
    protected RoleGrants(String name, String script) {
        this.name = name;
        this.script = script;
    }

    /** Who is let in. */
    protected abstract String role() throws SQLException;

    @Override
    public final boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public final boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public final void handle(Event event, Context context) {
        try {
            String role = role();
            if (!role.equals(roleOf(context.getConnection()))) {
                grant(context.getConnection(), role);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("No " + name + " can be made", e);
        }
    }

    @Override
    public final String getCallbackName() {
        return name;
    }

    /** As whom a connection works. */
    static String roleOf(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select current_user");
                ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getString(1);
        }
    }

    private void grant(Connection migrator, String role) throws SQLException {
        try (PreparedStatement grantee = migrator.prepareStatement("select set_config('parley.grantee', ?, false)");
                Statement grant = migrator.createStatement()) {
            grantee.setString(1, role);
            grantee.execute();
            grant.execute(script);
        }
    }
}
