-- Commands of types that this version does not know, as they were read. A newer one handles and removes them.
create table platform.parked_command (
    topic         text   not null,
    partition     int    not null,
    record_offset bigint not null,
    written_at    bigint not null, -- the record's own time, in milliseconds: tells logs apart of which one replaced the other
    type          text   not null,
    key           bytea,
    headers       bytea  not null,
    body          bytea,
    parked_at     timestamptz not null default now(),
    primary key (topic, partition, record_offset, written_at)
);

create index parked_command_by_type on platform.parked_command (topic, type, written_at);
