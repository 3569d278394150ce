-- Whose rows are whose: see platform.protect. A row belongs to the tenant of the transaction that writes it, which is that of
-- the turn.

-- What is known of whose the rows are that are there is in the queue, for as long as it keeps its items.
update platform.work
   set tenant = case when length(tenant) = 64 then 'session:' else 'user:' end || tenant where kind = 'turn';
update platform.work_lane
   set tenant = case when length(tenant) = 64 then 'session:' else 'user:' end || tenant where kind = 'turn';

do $$
declare
    object regclass;
begin
    foreach object in array array['turn_result', 'turn_step', 'turn_call', 'turn_remains', 'memory']::regclass[] loop
        execute format('alter table %s add column tenant text collate "C" default platform.sole_tenant()', object);
        execute format('update %s set tenant = coalesce((select tenant from platform.work
                                where kind = ''turn'' and lane = conversation_id::text limit 1), ''unknown'')', object);
        execute format('alter table %s alter column tenant set not null', object);
        call platform.protect(object, 'tenant');
    end loop;
end $$;

call platform.share('deleted_conversation', 'ids of conversations that are gone, and nothing of them');
