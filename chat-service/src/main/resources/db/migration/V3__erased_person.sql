-- People who are gone for good: no turn of theirs is entered any more, though their last access token may still be good.
create table erased_person (
    id        text primary key,
    erased_at timestamptz not null default now()
);
create index erased_person_by_time on erased_person (erased_at);

-- For what goes with them.
create index turn_by_owner on turn (owner_id);
create index conversation_access_by_principal on conversation_access (principal_id);
