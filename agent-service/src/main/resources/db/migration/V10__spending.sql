-- What the turns of somebody have cost in a month (UTC), added up as they are decided. It outlives their conversations, or
-- whoever deletes them could spend it again.
create table spending (
    tenant   text collate "C" not null default platform.sole_tenant(),
    month    date             not null,
    cost_usd numeric(14, 8)   not null,
    primary key (tenant, month)
);

call platform.protect('spending', 'tenant');

-- Which model said what is journaled, now that one may take over from another.
alter table turn_step add column model text;
