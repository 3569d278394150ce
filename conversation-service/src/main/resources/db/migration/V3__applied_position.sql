-- How far the topics that conversations are stored from are stored: written in the transaction that stores, so that a reader
-- knows at any replica whether what it has seen confirmed is in the answer.
create table applied_position (
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null, -- everything before it is stored, or was put aside
    primary key (topic, partition)
) with (fillfactor = 50);
