-- Answers that all replicas share, and who is asking for one. Not in the write-ahead log: neither a crash nor a backup needs
-- them, and what is removed here is nowhere else.
create unlogged table platform.cache_entry (
    key           text collate "C" primary key,
    tenant        text collate "C" not null, -- empty: everybody's
    body          bytea,                     -- null while it is asked for the first time
    expires_at    timestamptz not null,
    claim         uuid,
    claimed_until timestamptz
);
create index cache_entry_by_expiry on platform.cache_entry (expires_at);
create index cache_entry_by_tenant on platform.cache_entry (tenant) where tenant <> '';

-- As platform.protect does, but for what belongs to everybody.
alter table platform.cache_entry enable row level security;
alter table platform.cache_entry force row level security;
create policy tenant on platform.cache_entry
    using (tenant = '' or (select platform.all_tenants()) or tenant = any ((select platform.tenants())::text[]));
