-- People who are gone for good: nothing is stored for them any more, however late it comes. Their ids are all that is left.
create table erased_user (
    user_id      text primary key,
    erasure_id   uuid        not null unique,
    requested_at timestamptz not null default now(),
    finished_at  timestamptz
);

-- All of somebody's data, made to be taken along: one a person, for a day.
create table export (
    id           uuid primary key,
    user_id      uuid        not null unique references account on delete cascade,
    requested_at timestamptz not null default now(),
    finished_at  timestamptz,
    size_bytes   bigint,
    error        text, -- why there is none
    expires_at   timestamptz not null
);
create index export_by_expiry on export (expires_at);

create table export_chunk (
    export_id uuid  not null references export on delete cascade,
    position  int   not null,
    bytes     bytea not null,
    primary key (export_id, position)
);
-- It is compressed already.
alter table export_chunk alter column bytes set storage external;
