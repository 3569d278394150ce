-- Files that people have brought. Where their bytes are is the file store's: here in pieces, or elsewhere under the same id.
create table stored_file (
    id        uuid primary key,
    tenant    text collate "C" not null,
    stored_at timestamptz not null default now()
);
create index stored_file_by_time on stored_file (stored_at);
create index stored_file_by_tenant on stored_file (tenant);

create table file_piece (
    file_id  uuid  not null references stored_file on delete cascade,
    position int   not null,
    tenant   text collate "C" not null,
    bytes    bytea not null,
    primary key (file_id, position)
);
-- Documents are compressed already, most of them.
alter table file_piece alter column bytes set storage external;

-- What an owner's documents are searched by: one row for whoever has had any. The version grows whenever what can be found
-- changes, so that who keeps something in memory knows whether it is still right.
create table knowledge (
    tenant  text collate "C" primary key,
    model   text   not null, -- whose vectors are searched
    version bigint not null default 1
);

create table document (
    id           uuid primary key,
    tenant       text collate "C" not null,
    title        text        not null,
    type         text        not null check (type in ('txt', 'md', 'html', 'pdf', 'docx')),
    size_bytes   bigint      not null,
    content_hash bytea       not null,
    file_id      uuid        not null references stored_file,
    job_id       uuid        not null,
    status       text        not null default 'queued' check (status in ('queued', 'processing', 'ready', 'failed')),
    error_code   text,
    error_detail text,
    chunks       int         not null default 0,
    created_at   timestamptz not null default now(),
    ready_at     timestamptz
);
create unique index document_once on document (tenant, content_hash);
create index document_newest on document (tenant, created_at desc, id desc);
create index document_by_file on document (file_id);

create table chunk (
    document_id uuid not null references document on delete cascade,
    position    int  not null,
    tenant      text collate "C" not null,
    content     text not null,
    primary key (document_id, position)
);

-- Meanings, as vectors of length one: 32-bit floats, little-endian. Those of several models may be there at once.
create table chunk_vector (
    document_id uuid  not null,
    model       text  not null,
    position    int   not null,
    tenant      text collate "C" not null,
    vector      bytea not null,
    primary key (document_id, model, position),
    foreign key (document_id, position) references chunk on delete cascade
);
alter table chunk_vector alter column vector set storage plain;

call platform.protect('stored_file', 'tenant');
call platform.protect('file_piece', 'tenant');
call platform.protect('knowledge', 'tenant');
call platform.protect('document', 'tenant');
call platform.protect('chunk', 'tenant');
call platform.protect('chunk_vector', 'tenant');

-- The words of chunks. The operators of full text search are not leakproof: under a policy PostgreSQL asks them last, of each
-- row, and no index helps. So the words are in a schema that services have no right to, where only the two functions below
-- reach them, which apply the tenant themselves. The tenant is one of the words, so that the index leads to the owner's alone.
create schema words;

create table words.of_chunk (
    document_id uuid     not null,
    position    int      not null,
    words       tsvector not null,
    primary key (document_id, position),
    foreign key (document_id, position) references chunk on delete cascade
);
-- What comes is entered at once: a search would have to read through what waits to be.
create index of_chunk_by_word on words.of_chunk using gin (words) with (fastupdate = off);
call platform.share('words.of_chunk', 'words without their places, reached only by functions that apply the tenant themselves');

create function words.lexeme_of(tenant text) returns text language sql immutable strict parallel safe
    return '=' || tenant;

create function words.add() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into words.of_chunk (document_id, position, words)
    values (new.document_id, new.position,
            to_tsvector('simple', left(new.content, 20000)) || array_to_tsvector(array[words.lexeme_of(new.tenant)]));
    return new;
end $$;
revoke execute on function words.add() from public;
create trigger words_of_chunk after insert on chunk for each row execute function words.add();

-- Which chunks of the one tenant of the session have the words, best first: those with all of them before others. Of what has
-- a frequent word only so many are looked at.
create function search_words(wanted text[], most int, at_most int)
    returns table (document_id uuid, "position" int)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    tenant constant text := platform.sole_tenant();
    own tsquery;
    all_of_them tsquery;
    any_of_them tsquery;
    word text;
begin
    foreach word in array wanted loop
        all_of_them := case when all_of_them is null then plainto_tsquery('simple', word) else all_of_them && plainto_tsquery('simple', word) end;
        any_of_them := case when any_of_them is null then plainto_tsquery('simple', word) else any_of_them || plainto_tsquery('simple', word) end;
    end loop;
    if tenant is null or any_of_them is null or numnode(any_of_them) = 0 then
        return;
    end if;
    own := quote_literal(words.lexeme_of(tenant))::tsquery;
    return query
        with found as (
            (select w.document_id, w.position, w.words, true as complete from words.of_chunk w
              where w.words @@ (own && all_of_them) limit at_most)
            union all
            (select w.document_id, w.position, w.words, false from words.of_chunk w
              where w.words @@ (own && any_of_them) limit at_most)
        ), best as (
            select f.document_id, f.position, bool_or(f.complete) as complete, max(ts_rank(f.words, any_of_them, 1)) as rank
              from found f group by f.document_id, f.position
        )
        select b.document_id, b.position from best b order by b.complete desc, b.rank desc, b.document_id, b.position limit most;
end $$;
revoke execute on function search_words(text[], int, int) from public;

-- People who are gone for good: nothing more is taken from them.
create table erased_person (
    id        text collate "C" primary key,
    erased_at timestamptz not null default now()
);
create index erased_person_by_time on erased_person (erased_at);
call platform.share('erased_person', 'ids of people who are gone, and nothing of them');
