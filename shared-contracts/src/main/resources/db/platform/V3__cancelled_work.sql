-- Work that nobody wants any more, and payloads that nobody may read any more.
alter table platform.work drop constraint work_state_check;
alter table platform.work
    add constraint work_state_check
        check (state in ('scheduled', 'waiting', 'running', 'done', 'cancelled', 'dead')),
    add column cancelled_at  timestamptz,
    add column cancel_reason text,
    add column home          text collate "C", -- the lane that a cancelled item has left, to end without waiting for it
    add column erased        boolean not null default false; -- its payload goes when it ends

create index work_home on platform.work (home) where home is not null;
create index work_finished_lane on platform.work (lane) where finished_at is not null;

-- Whether the head that runs is to stop: what its worker looks at with every heartbeat.
alter table platform.work_lane add column cancelled boolean not null default false;

create index work_lane_cancelled on platform.work_lane (worker) where state = 'running' and cancelled;

-- Cancellations that came before what they cancel.
create table platform.work_cancellation (
    id         uuid primary key,
    reason     text        not null,
    created_at timestamptz not null default now()
);

create index work_cancellation_by_age on platform.work_cancellation (created_at);
