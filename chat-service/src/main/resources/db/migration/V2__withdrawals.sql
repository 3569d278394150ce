-- By the database's clock, which is one for all replicas: how long a turn has been waiting for its confirmation.
alter table turn add column entered_at timestamptz not null default now();

-- Set once, for good, when a turn is taken back that was never accepted: the log may hold its request all the same, so
-- from this time on CancelTurn has to be put behind it, and the row goes only when that is confirmed.
alter table turn add column withdrawal_due timestamptz;
alter table turn add constraint turn_withdrawn_is_never_acked check (withdrawal_due is null or not acked);
create index turn_withdrawal on turn (withdrawal_due) where withdrawal_due is not null;
