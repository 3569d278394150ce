-- Keys of this service's own, each sealed by the key of a key management service that SECRET_KEY names or has named.
create table platform.master_key (
    kms_key text primary key,
    sealed bytea not null,
    made_at timestamptz not null default now()
);

call platform.share('platform.master_key', 'the service''s own keys, sealed elsewhere');
