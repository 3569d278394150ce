-- Cancellations are the work runtime's now, which has them take effect.
drop table turn_cancellation;

-- What an attempt that broke off had said until then: kept with the turn when it is given up or cancelled.
create table turn_remains (
    turn_id         uuid primary key,
    conversation_id uuid  not null,
    remains         bytea not null
);
create index turn_remains_by_conversation on turn_remains (conversation_id);
