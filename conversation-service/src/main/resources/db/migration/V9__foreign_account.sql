-- Accounts of people who sign in at another issuer: known by its name and theirs, often without an e-mail address.
alter table account
    alter column email drop not null,
    alter column email_key drop not null,
    add column issuer text,
    add column subject text,
    -- When the token was made that the roles come from: an older one changes nothing.
    add column roles_told_at timestamptz,
    add constraint account_of_issuer unique (issuer, subject),
    add constraint account_has_an_email_or_an_issuer check (
        (email is null) = (email_key is null)
        and (issuer is null) = (subject is null)
        and (issuer is null) = (roles_told_at is null)
        and (email is not null or issuer is not null)
        and (issuer is null or password_hash is null));

-- Ids of these grow with nothing.
create index account_by_time on account (created_at desc, id desc);
