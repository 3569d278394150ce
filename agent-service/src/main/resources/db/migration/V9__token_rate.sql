-- How many tokens a provider still takes and says this minute, over all replicas: a bucket that fills with time. Less than
-- nothing after calls that took more than was thought.
create table token_rate (
    provider  text collate "C" primary key,
    tokens    double precision not null,
    filled_at timestamptz      not null
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

call platform.share('token_rate', 'limits that all replicas share');
