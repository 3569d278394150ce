-- What is sent by e-mail, to prove that whoever brings it back reads the mails of the account. A newer one ends those before.
create table email_token (
    -- SHA-256: the token itself is in the mail alone.
    hash       bytea primary key,
    -- What asked for it: it gets one token, however often it is carried out.
    request_id uuid        not null unique,
    account_id uuid        not null references account on delete cascade,
    purpose    text        not null check (purpose in ('verify', 'reset')),
    issued_at  timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    -- Used, replaced, or of no use any more.
    ended_at   timestamptz
);
create index email_token_of_account on email_token (account_id, issued_at desc);

alter table sign_in drop constraint sign_in_end_reason_check;
alter table sign_in add constraint sign_in_end_reason_check
    check (end_reason in ('signed_out', 'ended', 'token_reused', 'password_reset'));
