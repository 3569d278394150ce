-- Tool calls that a person has to agree to. What was agreed to is these arguments and no others.
create table approval (
    turn_id         uuid        not null,
    step            int         not null,
    position        int         not null,
    conversation_id uuid        not null,
    arguments_hash  text        not null, -- SHA-256 of their JSON, in hex
    expires_at      timestamptz not null,
    decision        text check (decision in ('approve', 'reject')),
    comment         text,
    decided_at      timestamptz,
    tenant          text collate "C" not null default platform.sole_tenant(),
    primary key (turn_id, step, position)
);
create index approval_by_conversation on approval (conversation_id);

call platform.protect('approval', 'tenant');
