package dev.parley.testing.tenant;

import dev.parley.testing.backing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a database says of its tables after a service has migrated it. */
public final class Catalog {
    private static final String TABLES = """
            select relname from pg_class c join pg_namespace n on n.oid = relnamespace
             where nspname not in ('pg_catalog', 'information_schema') and nspname not like 'pg\\_%'
               and relkind in ('r', 'p') and relname <> 'flyway_schema_history'
            """;

    private final TestDatabase database;

    public Catalog(TestDatabase database) {
        this.database = database;
    }

    /** Tables without a policy that binds their owner too, and without a reason in their comment. */
    public List<String> unprotectedTables() {
        return names(TABLES + """
                   and not (relrowsecurity and relforcerowsecurity
                            and exists (select from pg_policy where polrelid = c.oid))
                   and coalesce(obj_description(c.oid, 'pg_class'), '') not like 'shared: %'""");
    }

    /** Tables that belong to tenants. */
    public List<String> protectedTables() {
        return names(TABLES + "and relrowsecurity");
    }

    /** Tables that the role which a service works as could change the protection of. */
    public List<String> ownedByTheApplication() {
        return names(TABLES + "and pg_get_userbyid(relowner) = '" + TestDatabase.APPLICATION_ROLE + "'");
    }

    /** Functions that see all rows, and that any role may call. */
    public List<String> functionsForEverybody() {
        return names("""
                select proname from pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) as granted
                 where prosecdef and grantee = 0 and privilege_type = 'EXECUTE'""");
    }

    /** Whether row level security does not hold the role which a service works as. */
    public List<String> waysAroundForTheApplication() {
        return names("select rolname from pg_roles where (rolsuper or rolbypassrls or rolcreaterole) and rolname = '"
                + TestDatabase.APPLICATION_ROLE + "'");
    }

    private List<String> names(String query) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException("The catalog cannot be read", e);
        }
    }
}
