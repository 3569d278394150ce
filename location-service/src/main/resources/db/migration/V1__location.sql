-- Answers that are good for a while, by question and provider.
create table cached_answer (
    query      text        not null,
    provider   text        not null,
    answer     bytea       not null,
    expires_at timestamptz not null,
    primary key (query, provider)
);

-- For deleting what has expired.
create index cached_answer_expires_at on cached_answer (expires_at);

-- What was answered to a request from the log, so that it can be sent again as it was.
create table lookup_result (
    request_id uuid        primary key,
    type       text        not null,
    body       bytea       not null,
    created_at timestamptz not null default now()
);

create index lookup_result_created_at on lookup_result (created_at);
