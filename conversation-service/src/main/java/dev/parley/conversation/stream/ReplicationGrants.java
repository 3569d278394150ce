package dev.parley.conversation.stream;

import dev.parley.platform.schema.RoleGrants;
import org.springframework.stereotype.Component;

/** Who reads the write-ahead log reads the outbox, keeps its place and beats, and nothing else. */
@Component
class ReplicationGrants extends RoleGrants {
    private static final String GRANT = """
            do $$
            declare
                reader constant text := current_setting('parley.grantee');
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
        super("replication grants", GRANT);
        this.reader = reader;
    }

    @Override
    protected String role() {
        return reader.username();
    }
}
