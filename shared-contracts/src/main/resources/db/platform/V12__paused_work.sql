-- Items that wait for somebody: their lane rests until they are resumed, their time is out, or something comes behind them.
alter table platform.work add column resumed boolean not null default false; -- while it still ran
alter table platform.work_lane add column paused boolean not null default false;

create index work_lane_paused on platform.work_lane (lane) where paused;
