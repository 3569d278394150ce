-- Work that comes again and again: when it comes next. Whoever is first to lock the row puts the item.
create table platform.work_recurring (
    name    text collate "C" primary key,
    cron    text        not null,
    zone    text        not null,
    next_at timestamptz not null
);
