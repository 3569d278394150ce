-- What has to be told to the world, in the transaction that made it true. Rows are read from the write-ahead log and
-- deleted once they are on the topic.
create table outbox (
    id          uuid primary key,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    payload     bytea       not null,
    traceparent text,
    created_at  timestamptz not null default now()
);

-- Written now and then, so that the replication slot moves on while nothing else is written.
create table outbox_heartbeat (
    id      int primary key check (id = 1),
    beat_at timestamptz not null
);
