-- Limits that all replicas share: a row for each call that may be made at once. One is free when nobody who is alive has it.
create table platform.work_permit (
    name   text collate "C" not null,
    slot   integer not null,
    worker uuid,
    taken  uuid, -- anew each time, so that who has lost it cannot give it back for another
    primary key (name, slot)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
