-- Work that is slow: see WORK.md. Times are this database's; names compare by bytes, which is all that order needs.

-- The order in which items join their lanes. An item joins anew when it is to be run again after its end.
create sequence platform.work_position;

create table platform.work (
    id          uuid primary key,
    kind        text collate "C" not null,
    lane        text collate "C" not null,
    tenant      text collate "C" not null,
    position    bigint, -- none until it is first due
    state       text        not null check (state in ('scheduled', 'waiting', 'running', 'done', 'dead')),
    step        text        not null default 'run' check (step in ('run', 'give_up', 'resend')),
    payload     bytea       not null,
    traceparent text,
    attempt     integer     not null default 0,
    failures    integer     not null default 0,
    crashes     integer     not null default 0,
    received_at timestamptz not null default now(),
    due_at      timestamptz not null,
    expires_at  timestamptz,
    deadline    timestamptz, -- set when it first begins
    finished_at timestamptz,
    code        text, -- why it was given up
    detail      text  -- the last error, or more about why
-- A claim changes no indexed column: with room on the page no index is touched.
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);

create index work_lane_order on platform.work (lane, position) where finished_at is null;
create index work_scheduled on platform.work (due_at) where position is null;
create index work_finished on platform.work (finished_at) where finished_at is not null;

-- A row for each lane that has work, with the one item whose turn it is: what a claim costs depends on what it takes,
-- not on what waits. Whoever changes a lane's items locks its row first.
create table platform.work_lane (
    lane       text collate "C" primary key,
    head       uuid        not null,
    kind       text collate "C" not null, -- of the head
    tenant     text collate "C" not null, -- of the head
    since      timestamptz not null,      -- when the head joined
    state      text        not null check (state in ('ready', 'running', 'resting')),
    rest_until timestamptz,               -- of a head that is to be tried again
    worker     uuid,                      -- who runs the head
    open       integer     not null       -- items in the lane, with its head
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
        autovacuum_vacuum_cost_delay = 0, autovacuum_analyze_scale_factor = 0.1);

create index work_lane_ready on platform.work_lane (kind, tenant, since) where state = 'ready';
create index work_lane_resting on platform.work_lane (rest_until) where state = 'resting';
create index work_lane_running on platform.work_lane (worker) where state = 'running';

-- Who is alive. Renewed twice a second without waiting for the disk: what a crash loses of it is renewed right after.
create table platform.worker (
    id      uuid primary key,
    seen_at timestamptz not null
) with (fillfactor = 20, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
