-- How far a run says that it is. Apart from the items: it is written often, and may be lost.
create table platform.work_progress (
    id       uuid primary key,
    fraction double precision not null check (fraction between 0 and 1),
    stage    text        not null,
    told_at  timestamptz not null
) with (fillfactor = 50);

create index work_dead on platform.work (id) where state = 'dead';
