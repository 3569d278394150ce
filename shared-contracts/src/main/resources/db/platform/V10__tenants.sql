-- Row level security: whose rows a transaction sees and writes. The platform says so for each connection before its first
-- statement (dev.parley.platform.tenant); where nobody has said anything, there are no rows.

create function platform.tenants() returns text[] language sql stable parallel safe
    return string_to_array(current_setting('parley.tenants', true), ',');

-- For what is done across tenants: by the service itself, by administrators, and by migrations.
create function platform.all_tenants() returns boolean language sql stable parallel safe
    return coalesce(current_setting('parley.tenants', true) = '*', false);

-- The one tenant of the transaction; none when there are several, so that a row cannot be written for nobody.
create function platform.sole_tenant() returns text language sql stable parallel safe
    return case when cardinality(platform.tenants()) = 1 and not platform.all_tenants() then (platform.tenants())[1] end;

-- For functions that look something up before it is known for whom: they see all rows between these
-- two, and until the transaction ends at the latest. (A function's own setting would need a superuser to make it.)
create function platform.see_all() returns text language plpgsql as $$
declare
    before constant text := coalesce(current_setting('parley.tenants', true), '');
begin
    perform set_config('parley.tenants', '*', true);
    return before;
end $$;

create function platform.see_only(tenants text) returns void language plpgsql as $$
begin
    perform set_config('parley.tenants', tenants, true);
end $$;

-- Protects a table, also from its owner. The expression says whose a row is; asked in a subquery, the setting is looked at
-- once a statement.
create procedure platform.protect(protected regclass, tenant text) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', protected);
    execute format('alter table %s force row level security', protected);
    execute format('create policy tenant on %s using ((select platform.all_tenants()) or %s = any ((select platform.tenants())::text[]))',
                   protected, tenant);
end $$;

-- A table that belongs to no tenant, and why. A test finds tables that are neither this nor protected.
create procedure platform.share(shared regclass, reason text) language plpgsql as $$
begin
    execute format('comment on table %s is %L', shared, 'shared: ' || reason);
end $$;

call platform.protect('platform.idempotency_key', 'caller');
call platform.share('platform.work', 'a queue: workers claim what is due of all tenants, and run each item as its tenant');
call platform.share('platform.work_lane', 'the order of the queue: ids and times');
call platform.share('platform.work_cancellation', 'ids of the queue');
call platform.share('platform.work_progress', 'how far items of the queue are');
call platform.share('platform.work_permit', 'limits that all replicas share');
call platform.share('platform.work_recurring', 'when the service does what it does again and again');
call platform.share('platform.worker', 'heartbeats of replicas');
call platform.share('platform.parked_command', 'what this version cannot read, so neither whose it is');
