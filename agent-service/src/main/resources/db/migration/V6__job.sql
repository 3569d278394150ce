-- Work that somebody has asked for and may look at: what it is about, and where it waits, is the queue's (platform.work).
create table job (
    id           uuid primary key,
    tenant       text collate "C" not null,
    kind         text collate "C" not null,
    status       text        not null default 'open' check (status in ('open', 'succeeded', 'failed', 'cancelled')),
    attempts     int         not null default 0,
    result       bytea, -- JSON
    error_code   text,
    error_detail text,
    created_at   timestamptz not null default now(),
    started_at   timestamptz,
    finished_at  timestamptz
);
create index job_by_tenant on job (tenant);
create index job_finished on job (finished_at) where finished_at is not null;

call platform.protect('job', 'tenant');
