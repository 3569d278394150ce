-- Answers to POSTs that came with an Idempotency-Key, kept for 24 hours and committed with what they answer for.
create table platform.idempotency_key (
    caller       text        not null,
    key          text        not null,
    request_hash text        not null,
    status       smallint    not null,
    location     text,
    body         bytea,
    created_at   timestamptz not null default now(),
    primary key (caller, key)
);

create index idempotency_key_by_age on platform.idempotency_key (created_at);
