-- What turns under way may still cost, put aside from the budget of whoever asked, of the workspace and of all guests, until
-- they are decided. What nobody decides any more counts until it expires.
create table budget_hold (
    tenant     text collate "C" not null default platform.sole_tenant(),
    turn_id    uuid             not null,
    attempt    int              not null,
    cost_usd   numeric(14, 8)   not null,
    expires_at timestamptz      not null,
    primary key (tenant, turn_id)
);

call platform.protect('budget_hold', 'tenant');
