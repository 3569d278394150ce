package dev.parley.conversation.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/** Lets who reads the write-ahead log read the outbox, keep its place and beat, and nothing else. */
@Component
class ReplicationGrants implements Callback {
    private static final String GRANT = """
            do $$
            declare
                reader constant text := current_setting('parley.replication');
            begin
                perform pg_advisory_xact_lock(hashtextextended('parley grants', 0));
                if not has_table_privilege(reader, 'outbox_offset', 'delete') then
                    execute format('grant usage on schema public to %I', reader);
                    execute format('grant select on outbox to %I', reader);
                    execute format('grant select, insert, update on outbox_heartbeat to %I', reader);
                    execute format('grant select, insert, delete on outbox_offset to %I', reader);
                end if;
            end $$""";

    private final ReplicationLogin reader;

    ReplicationGrants(ReplicationLogin reader) {
        this.reader = reader;
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
        grant(context.getConnection());
    }

    private void grant(Connection migrator) {
        try (PreparedStatement role = migrator.prepareStatement("select set_config('parley.replication', ?, false)");
                Statement grant = migrator.createStatement()) {
            role.setString(1, reader.username());
            role.execute();
            grant.execute(GRANT);
        } catch (SQLException e) {
            throw new IllegalStateException("The reader of the write-ahead log cannot be let in", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "replication grants";
    }
}
