-- Whose rows are whose: see platform.protect. A row belongs to the tenant of the transaction that writes it, which is that of
-- the turn.

update platform.work
   set tenant = case when length(tenant) = 64 then 'session:' else 'user:' end || tenant
 where kind = 'turn' and tenant <> '';
update platform.work_lane
   set tenant = case when length(tenant) = 64 then 'session:' else 'user:' end || tenant
 where kind = 'turn' and tenant <> '';

-- What is known of whose the rows are that are there: from the queue, and from the outcomes of turns. Rows of conversations
-- that have been quiet for longer than both are kept are nobody's: the agent does not remember them, and they go with theirs.
create temporary table owner_of on commit drop as
    select distinct on (conversation_id) conversation_id, tenant from (
        select coalesce(home, lane) as conversation_id, tenant from platform.work where kind = 'turn' and tenant <> ''
        union all
        select conversation_id::text, (owner ->> 'kind') || ':' || (owner ->> 'id')
          from turn_result, lateral (select convert_from(outcome, 'UTF8')::jsonb -> 'question' -> 'owner' as owner) as asked
         where owner is not null) as known
     order by conversation_id;

do $$
declare
    object regclass;
begin
    foreach object in array array['turn_result', 'turn_step', 'turn_call', 'turn_remains', 'memory']::regclass[] loop
        execute format('alter table %s add column tenant text collate "C" default platform.sole_tenant()', object);
        execute format('update %s as row set tenant = owner_of.tenant from owner_of where owner_of.conversation_id = row.conversation_id::text', object);
        execute format('update %s set tenant = ''unknown'' where tenant is null', object);
        execute format('alter table %s alter column tenant set not null', object);
        call platform.protect(object, 'tenant');
    end loop;
end $$;

call platform.share('deleted_conversation', 'ids of conversations that are gone, and nothing of them');
