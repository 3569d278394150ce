-- The tool calls that a turn waits for somebody to decide about: of others there is nothing to decide.
alter table turn add column waiting_calls text[] not null default '{}';
