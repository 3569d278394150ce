-- What was said before what memory holds word by word, summed up.
create table memory_summary (
    conversation_id uuid        not null,
    content         text        not null,
    exposed         boolean     not null, -- as in memory
    through         bigint      not null, -- the position of the last message that it tells of
    version         int         not null default 1,
    summed_up_at    timestamptz not null default now(),
    tenant          text collate "C" not null default platform.sole_tenant(),
    primary key (conversation_id, tenant)
);
call platform.protect('memory_summary', 'tenant');

-- How far conversation.events was read for what is remembered. A database that does not know has lost its memory, or never
-- had one. What is taken from the log has its place there as its position, with 2^62 less: before all that was said since.
create table memory_restoring (
    partition    int         primary key,
    next_offset  bigint      not null,
    done         boolean     not null default false,
    changed_at   timestamptz not null default now()
);
call platform.share('memory_restoring', 'places on the log');
