-- What a job is about may go on elsewhere, such as at a provider: then it runs also while no worker has it.
alter table job add column elsewhere boolean not null default false;

-- Who follows a job hears of its changes, whichever replica makes them.
create function tell_of_job() returns trigger language plpgsql as $$
begin
    perform pg_notify('parley_job', new.id::text);
    return null;
end $$;

create trigger job_news after update on job for each row when (old.* is distinct from new.*) execute function tell_of_job();
