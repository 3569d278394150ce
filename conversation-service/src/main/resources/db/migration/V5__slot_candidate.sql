-- The replica that may try to become the reader of a slot while nobody is, so that the others need not fail at it.
create table slot_candidate (
    slot    text primary key,
    replica uuid        not null,
    until   timestamptz not null
);
