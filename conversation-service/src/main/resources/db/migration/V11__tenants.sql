-- Whose rows are whose: see platform.protect. What looks for somebody before it is known who that is, does so in functions
-- that see all rows and give out what was asked for.

alter table message add column tenant text;
update message set tenant = (select lower(owner_kind) || ':' || owner_id from conversation where id = conversation_id);
alter table message alter column tenant set not null;

call platform.protect('conversation', $$(lower(owner_kind) || ':' || owner_id)$$);
call platform.protect('message', 'tenant');
call platform.protect('account', $$('user:' || id)$$);
call platform.protect('profile', $$('user:' || account_id)$$);
call platform.protect('sign_in', $$('user:' || account_id)$$);

alter table refresh_token enable row level security;
alter table refresh_token force row level security;
create policy tenant on refresh_token using (exists (select from sign_in where id = sign_in_id));

call platform.protect('email_token', $$('user:' || account_id)$$);
call platform.protect('export', $$('user:' || user_id)$$);

alter table export_chunk enable row level security;
alter table export_chunk force row level security;
create policy tenant on export_chunk using (exists (select from export where id = export_id));

-- Everybody adds to the audit log, also who is nobody yet; people find what they have done themselves.
alter table audit enable row level security;
alter table audit force row level security;
create policy adding on audit for insert with check (true);
create policy reading on audit for select
    using ((select platform.all_tenants()) or actor = any ((select platform.tenants())::text[]));

call platform.share('tombstone', 'ids of conversations that are gone, and nothing of them');
call platform.share('erased_user', 'ids of people who are gone, and nothing of them');
call platform.share('outbox', 'events of all tenants on their way to the log');
call platform.share('outbox_heartbeat', 'keeps the replication slot moving');
call platform.share('outbox_reconciliation', 'a lock');
call platform.share('slot_candidate', 'which replica reads the slot');
call platform.share('applied_position', 'how far topics are stored');
call platform.share('signing_key', 'the service''s own keys, sealed');
call platform.share('attempt', 'hashes, counted before it is known who somebody is');

-- Those of these conversations that are there or, where it is asked for, were, whoever owns them.
create function conversations_known(wanted uuid[], or_gone boolean) returns setof uuid
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
    before constant text := platform.see_all();
begin
    return query
        select id from conversation where id = any (wanted)
        union all
        select conversation_id from tombstone where or_gone and conversation_id = any (wanted);
    perform platform.see_only(before);
end $$;

-- Who may use a conversation: for other services, which ask before they know.
create function conversation_access(wanted uuid) returns table (access_version bigint, owner_kind text, owner_id text)
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
    before constant text := platform.see_all();
begin
    return query
        select c.access_version, c.owner_kind, c.owner_id from conversation c where c.id = wanted;
    perform platform.see_only(before);
end $$;

-- The account of somebody who is about to prove who it is.
create function account_by_email(key text) returns setof account
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
    before constant text := platform.see_all();
begin
    return query select * from account where email_key = key;
    perform platform.see_only(before);
end $$;

-- Whose a token from a mail is, while it is good for something.
create function account_by_email_token(token bytea, wanted text) returns setof uuid
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
    before constant text := platform.see_all();
begin
    return query
        select account_id from email_token join account on account.id = account_id
         where hash = token and purpose = wanted and ended_at is null and expires_at > clock_timestamp()
           and locked_at is null;
    perform platform.see_only(before);
end $$;

-- The sign-in of a refresh token, whose lock it takes for the rest of the transaction. The second statement sees what was
-- committed until the lock was had.
create function sign_in_by_token(token bytea)
    returns table (id uuid, account_id uuid, open boolean, used_for double precision)
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
    before constant text := platform.see_all();
begin
    perform from sign_in s where s.id = (select t.sign_in_id from refresh_token t where t.hash = token) for update;
    return query
        select s.id, s.account_id, s.ended_at is null and s.expires_at > now() and a.locked_at is null,
               cast(extract(epoch from clock_timestamp() - t.used_at) * 1000 as double precision)
          from refresh_token t
          join sign_in s on s.id = t.sign_in_id
          join account a on a.id = s.account_id
         where t.hash = token;
    perform platform.see_only(before);
end $$;

-- For the application alone, which is let in at each start.
revoke execute on function conversations_known, conversation_access, account_by_email, account_by_email_token,
    sign_in_by_token from public;

-- What Debezium would make itself, as its role may not: the place that it has read to, and what it is to read.
create table if not exists outbox_offset (
    id                varchar(36) primary key,
    offset_key        varchar(1255),
    offset_val        varchar(1255),
    record_insert_ts  timestamp not null,
    record_insert_seq integer   not null
);
call platform.share('outbox_offset', 'how far the write-ahead log is published');

do $$
begin
    if not exists (select from pg_publication where pubname = 'parley_conversation_outbox') then
        create publication parley_conversation_outbox for table outbox, outbox_heartbeat
            -- What is published is deleted, which nobody has to be told.
            with (publish = 'insert, update');
    end if;
end $$;
