create table account (
    id                uuid primary key,
    email             text        not null,
    -- What e-mails are compared by: neither case nor the way a letter is composed counts.
    email_key         text        not null unique,
    -- Argon2id; none for somebody who signs in elsewhere.
    password_hash     text,
    display_name      text        not null,
    account_name      text        not null unique,
    roles             text[]      not null check (roles <@ '{user,admin}'),
    email_verified_at timestamptz,
    locked_at         timestamptz,
    created_at        timestamptz not null,
    updated_at        timestamptz not null
);

create table profile (
    account_id      uuid primary key references account on delete cascade,
    business_name   text,
    tagline         text,
    bio             text,
    phone           text,
    website         text,
    social_links    jsonb       not null default '{}',
    setup_completed boolean     not null default false,
    updated_at      timestamptz not null default now()
);

-- A sign-in lasts as long as its refresh tokens are renewed, but not beyond expires_at. All of them are one family: when one
-- is used twice, somebody else has it too, and the sign-in ends.
create table sign_in (
    id           uuid primary key,
    account_id   uuid        not null references account on delete cascade,
    address      text        not null,
    user_agent   text,
    created_at   timestamptz not null default now(),
    last_used_at timestamptz not null default now(),
    expires_at   timestamptz not null,
    ended_at     timestamptz,
    end_reason   text check (end_reason in ('signed_out', 'ended', 'token_reused'))
);
create index sign_in_of_account on sign_in (account_id, id desc);

create table refresh_token (
    -- SHA-256: the token itself is with its owner alone.
    hash       bytea primary key,
    sign_in_id uuid        not null references sign_in on delete cascade,
    issued_at  timestamptz not null default now(),
    used_at    timestamptz
);
create index refresh_token_of_sign_in on refresh_token (sign_in_id);

create table signing_key (
    id                 text primary key,
    algorithm          text        not null,
    public_key         text        not null,
    sealed_private_key bytea       not null,
    -- Later than it is published, so that everybody knows it by then.
    signs_from         timestamptz not null,
    created_at         timestamptz not null default now()
);

-- How often something was tried that must not be tried often, by whom or on whom: hashed, nobody's name is here.
create table attempt (
    subject       text primary key,
    count         int         not null,
    began_at      timestamptz not null,
    blocked_until timestamptz
);
