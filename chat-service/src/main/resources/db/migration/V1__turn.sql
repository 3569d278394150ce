-- A turn as chat-service knows it: where its stream is, who may read it, and what has become of it.
create table turn (
    id                uuid primary key,
    conversation_id   uuid        not null,
    owner_kind        text        not null,
    owner_id          text        not null,
    user_message_id   uuid        not null,
    message_id        uuid        not null,
    model             text,
    status            text        not null default 'queued'
        check (status in ('queued', 'running', 'completed', 'failed', 'cancelled')),
    attempt           int         not null default 0,
    error_code        text,
    acked             boolean     not null default false,
    request           bytea       not null,
    stream_partition  int         not null,
    first_offset      bigint      not null,
    outcome_partition int,
    outcome_offset    bigint,
    idempotency_key   text,
    request_hash      bytea       not null,
    created_at        timestamptz not null,
    finished_at       timestamptz
);

create unique index turn_by_idempotency_key on turn (owner_kind, owner_id, idempotency_key)
    where idempotency_key is not null;
create index turn_open on turn (conversation_id) where status in ('queued', 'running');
create index turn_by_conversation on turn (conversation_id);
create index turn_finished on turn (finished_at) where finished_at is not null;

-- Who may use a conversation: a projection of conversation.events. version 0 is what this service knew before them.
create table conversation (
    id      uuid primary key,
    version bigint  not null,
    deleted boolean not null default false
);

create table conversation_access (
    conversation_id uuid not null references conversation on delete cascade,
    principal_kind  text not null,
    principal_id    text not null,
    primary key (conversation_id, principal_kind, principal_id)
);
