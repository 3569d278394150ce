-- Rows in the order in which they were added: within a conversation, whose row is locked meanwhile, that of its sequence.
alter table outbox
    add column position   bigint generated always as identity,
    add column refused_at timestamptz, -- the topic will never take it as it is
    add column refusal    text;

create index outbox_of_key on outbox (topic, key);
create index outbox_in_order on outbox (position);

-- Who publishes rows that were left behind holds this one's lock.
create table outbox_reconciliation (
    id int primary key check (id = 1)
);
insert into outbox_reconciliation (id) values (1);
