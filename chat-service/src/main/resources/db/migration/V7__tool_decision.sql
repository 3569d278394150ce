-- What was decided about tool calls that wait for approval: the first decision stands, at all replicas.
create table tool_decision (
    turn_id      uuid        not null references turn (id) on delete cascade,
    tool_call_id text        not null,
    decision     text        not null check (decision in ('approve', 'reject')),
    decided_at   timestamptz not null default now(),
    tenant       text collate "C" not null default platform.sole_tenant(),
    primary key (turn_id, tool_call_id)
);

call platform.protect('tool_decision', 'tenant');
