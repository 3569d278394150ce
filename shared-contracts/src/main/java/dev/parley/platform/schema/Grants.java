package dev.parley.platform.schema;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The application's role reads and writes rows, and owns nothing. */
final class Grants extends RoleGrants {
    /** One at a time: a grant fails that meets another one. */
    private static final String GRANT = """
            do $$
            declare
                application constant text := current_setting('parley.grantee');
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
        super("grants", GRANT);
        this.application = application;
    }

    @Override
    protected String role() throws SQLException {
        try (Connection connection = application.getConnection()) {
            return roleOf(connection);
        }
    }
}
