-- Whole answers, for equal questions of the same owner, where the prompt allows it. They go with the conversation in which they
-- were given first.
create table kept_answer (
    key             bytea          not null, -- SHA-256 of all that the model had to go by
    conversation_id uuid           not null,
    answer          text           not null,
    cost_usd        numeric(14, 8) not null,
    expires_at      timestamptz    not null,
    tenant          text collate "C" not null default platform.sole_tenant(),
    primary key (tenant, key)
);
create index kept_answer_by_conversation on kept_answer (conversation_id);
create index kept_answer_by_expiry on kept_answer (expires_at);

call platform.protect('kept_answer', 'tenant');
