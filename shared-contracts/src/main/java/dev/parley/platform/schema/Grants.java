package dev.parley.platform.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Lets the application's role use what the migrator has made: it reads and writes rows, and owns nothing. Does nothing where
 * both are the same, or nothing is new.
 */
final class Grants implements Callback {
    /** One at a time: a grant fails that meets another one. */
    private static final String GRANT = """
            do $$
            declare
                application constant text := current_setting('parley.application');
                object oid;
            begin
                perform pg_advisory_xact_lock(hashtextextended('parley grants', 0));
                execute format('grant usage on schema public, platform to %I', application);
                for object in select c.oid from pg_class c join pg_namespace n on n.oid = relnamespace
                               where nspname in ('public', 'platform') and relkind in ('r', 'p') and relname <> 'flyway_schema_history'
                                 and relowner = (select oid from pg_roles where rolname = current_user)
                                 and not has_table_privilege(application, c.oid, 'delete') loop
                    execute format('grant select, insert, update, delete on %s to %I', object::regclass, application);
                end loop;
                for object in select c.oid from pg_class c join pg_namespace n on n.oid = relnamespace
                               where nspname in ('public', 'platform')
                                 and relowner = (select oid from pg_roles where rolname = current_user)
                                 and case relkind when 'S' then not has_sequence_privilege(application, c.oid, 'usage') end loop
                    execute format('grant usage, select on sequence %s to %I', object::regclass, application);
                end loop;
                for object in select p.oid from pg_proc p join pg_namespace n on n.oid = pronamespace
                               where nspname in ('public', 'platform') and prosecdef
                                 and proowner = (select oid from pg_roles where rolname = current_user)
                                 and not has_function_privilege(application, p.oid, 'execute') loop
                    execute format('grant execute on function %s to %I', object::regprocedure, application);
                end loop;
            end $$""";

    private final DataSource application;

    Grants(DataSource application) {
        this.application = application;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            String role = role(application);
            if (!role.equals(roleOf(context.getConnection()))) {
                grant(context.getConnection(), role);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The application's role cannot be let in", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "grants";
    }

    private static void grant(Connection migrator, String role) throws SQLException {
        try (PreparedStatement application =
                        migrator.prepareStatement("select set_config('parley.application', ?, false)");
                Statement grant = migrator.createStatement()) {
            application.setString(1, role);
            application.execute();
            grant.execute(GRANT);
        }
    }

    private static String role(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return roleOf(connection);
        }
    }

    private static String roleOf(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select current_user");
                ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getString(1);
        }
    }
}
