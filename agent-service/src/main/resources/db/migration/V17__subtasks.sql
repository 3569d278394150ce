-- A call may hand a part of a turn's task to another assistant, which has steps and calls of its own: those of the call whose place
-- in the turn is their task, such as 0:1 (then 0:1:2:0 and so on). The turn's own task is ''.
alter table turn_step add column task text collate "C" not null default '';
alter table turn_step drop constraint turn_step_pkey;
alter table turn_step add primary key (turn_id, task, step);

alter table turn_call add column task text collate "C" not null default '';
alter table turn_call drop constraint turn_call_pkey;
alter table turn_call add primary key (turn_id, task, step, position);

alter table approval add column task text collate "C" not null default '';
alter table approval drop constraint approval_pkey;
alter table approval add primary key (turn_id, task, step, position);
