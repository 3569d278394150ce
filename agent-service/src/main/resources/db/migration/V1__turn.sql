-- What a turn came to, as decided: a later attempt, or a repeat, sends this and asks no model.
create table turn_result (
    turn_id         uuid primary key,
    conversation_id uuid        not null,
    attempt         int         not null,
    failed          boolean     not null,
    outcome         bytea       not null,
    decided_at      timestamptz not null default now()
);
create index turn_result_by_conversation on turn_result (conversation_id);
create index turn_result_by_time on turn_result (decided_at);

-- The journal of a turn under way: what the model said in each step that asks for tools, and each call.
create table turn_step (
    turn_id         uuid  not null,
    step            int   not null,
    conversation_id uuid  not null,
    reply           bytea not null,
    primary key (turn_id, step)
);
create index turn_step_by_conversation on turn_step (conversation_id);

create table turn_call (
    turn_id         uuid        not null,
    step            int         not null,
    position        int         not null,
    conversation_id uuid        not null,
    outcome         bytea,
    started_at      timestamptz not null default now(),
    duration_ms     bigint,
    primary key (turn_id, step, position)
);
create index turn_call_by_conversation on turn_call (conversation_id);

-- Turns that nobody wants any more, told before or while they are worked on.
create table turn_cancellation (
    turn_id      uuid primary key,
    reason       text        not null,
    cancelled_at timestamptz not null default now()
);

-- What was said in a conversation, as the model is reminded of it.
create table memory (
    conversation_id uuid        not null,
    position        bigint generated always as identity,
    turn_id         uuid        not null,
    role            text        not null check (role in ('user', 'assistant')),
    content         text        not null,
    said_at         timestamptz not null default now(),
    primary key (conversation_id, position)
);
create unique index memory_once on memory (turn_id, role);

-- Conversations that are gone for good: nothing is remembered of them, and nothing begins in them.
create table deleted_conversation (
    conversation_id uuid primary key,
    deleted_at      timestamptz not null default now()
);
