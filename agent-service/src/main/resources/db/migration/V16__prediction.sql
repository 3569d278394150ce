-- What open jobs have begun at providers, where it costs money: written before it is begun, so that it is not begun twice.
create table prediction (
    job_id    uuid primary key,
    tenant    text collate "C" not null default platform.sole_tenant(),
    provider  text           not null,
    model     text           not null,
    remote_id text, -- absent while nobody knows whether it was begun
    ended     boolean        not null default false,
    cost_usd  numeric(14, 8) not null default 0,
    begun_at  timestamptz    not null default now()
);
create index prediction_by_tenant on prediction (tenant);

call platform.protect('prediction', 'tenant');
