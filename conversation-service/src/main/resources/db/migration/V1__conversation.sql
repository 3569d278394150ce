create table conversation (
    id                   uuid primary key,
    owner_kind           text        not null,
    owner_id             text        not null,
    workspace_id         uuid,
    channel              text        not null,
    title                text,
    tags                 text[]      not null default '{}',
    status               text        not null default 'open' check (status in ('open', 'closed')),
    message_count        int         not null default 0,
    last_message_preview text,
    -- The last place given out in the conversation's event stream. Whoever takes the next holds the row's lock, so the
    -- order of commits is the order of places.
    last_seq             bigint      not null default 0,
    access_version       bigint      not null default 0,
    created_at           timestamptz not null,
    updated_at           timestamptz not null
);
create index conversation_of_owner on conversation (owner_kind, owner_id, created_at desc, id desc);

create table message (
    id              uuid primary key,
    conversation_id uuid        not null references conversation on delete cascade,
    sequence        bigint      not null,
    turn_id         uuid,
    role            text        not null check (role in ('user', 'assistant', 'tool', 'system')),
    author_kind     text        not null check (author_kind in ('human', 'virtual')),
    author_id       text,
    content         text        not null,
    status          text        not null check (status in ('completed', 'failed', 'cancelled')),
    channel         text        not null,
    tool_calls      jsonb       not null default '[]',
    citations       jsonb       not null default '[]',
    usage           jsonb,
    model           text,
    created_at      timestamptz not null,
    unique (conversation_id, sequence)
);

-- Conversations that are gone for good: nothing is appended to them any more, however late it comes.
create table tombstone (
    conversation_id uuid primary key,
    deleted_at      timestamptz not null default now()
);
