-- Who did what that security depends on. Rows are added, and that is all.
create table audit (
    id      uuid primary key,
    at      timestamptz not null,
    actor   text        not null,
    action  text        not null,
    outcome text        not null check (outcome in ('succeeded', 'refused')),
    target  text,
    detail  text,
    address text
);
create index audit_by_time on audit (at desc, id desc);
create index audit_by_actor on audit (actor, at desc, id desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is append-only';
end $$;

create trigger audit_is_append_only before update or delete or truncate on audit
    for each statement execute function refuse_change();
