-- What an item has ended as, while it is there once more to send its result again.
alter table platform.work add column ended_as text;

-- Heads whose workers died more than once while they ran: such a lane is claimed by a worker that has nothing else.
alter table platform.work_lane drop constraint work_lane_state_check;
alter table platform.work_lane
    add constraint work_lane_state_check check (state in ('ready', 'running', 'resting', 'suspect')),
    add column crashes        integer not null default 0, -- of the head
    add column reserved_by    uuid,                       -- the worker that makes room for it
    add column reserved_until timestamptz;

create index work_lane_suspect on platform.work_lane (since) where state = 'suspect';
