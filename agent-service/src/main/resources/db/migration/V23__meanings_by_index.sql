-- Vectors of 2 000 dimensions and more have no room on a page.
alter table chunk_vector alter column vector set storage external;

-- Where pgvector can be had, meanings are found by an index (HNSW). All of this is made when a service starts there and not when
-- the schema is, so that the extension may come later; without it these functions say so, and services look at all vectors.
-- Meanings are rounded to 16 bits: what is near by them is compared exactly.
create schema meanings;

create function meanings.index_of(model text) returns text language sql immutable strict
    return 'meaning_' || left(md5(model), 24);

-- 32-bit floats of four bytes, the lowest first.
create function meanings.text_of(vector bytea) returns text language sql immutable strict parallel safe as $$
    select '[' || string_agg(
               case when bits & 2147483647 = 0 then '0'
                    else (case when bits >> 31 = 1 then -1 else 1 end
                          * (1 + (bits & 8388607) / 8388608.0::float8) * power(2::float8, ((bits >> 23) & 255) - 127))::real::text end,
               ',' order by at) || ']'
      from (select at, get_byte(vector, at) + (get_byte(vector, at + 1) << 8) + (get_byte(vector, at + 2) << 16)
                       + (get_byte(vector, at + 3)::bigint << 24) as bits
              from generate_series(0, length(vector) - 4, 4) at offset 0) part
$$;

create function meanings.add() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    new.meaning := meanings.text_of(new.vector)::halfvec;
    return new;
end $$;

-- Whether meanings are found by an index here: the extension is made if it can be, with what it takes beside it.
create function prepare_meanings() returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if not exists (select from pg_available_extensions where name = 'vector') then
        return false;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('parley meanings', 0));
    begin
        create extension if not exists vector schema public;
    exception when insufficient_privilege then
        return false;
    end;
    if not exists (select from pg_extension where extname = 'vector' and extnamespace = 'public'::regnamespace
                      and string_to_array(extversion, '.')::int[] >= '{0,8}') then
        return false; -- an older one does not go on among the rows of others
    end if;
    if not exists (select from pg_attribute where attrelid = 'chunk_vector'::regclass and attname = 'meaning') then
        alter table chunk_vector add column meaning halfvec;
        create trigger meaning_of_vector before insert on chunk_vector for each row execute function meanings.add();
        create index chunk_vector_without_meaning on chunk_vector (tenant) where meaning is null;
    end if;
    return true;
end $$;
revoke execute on function prepare_meanings() from public;

-- Makes meanings of vectors that were there before the extension was, and returns of how many.
create function fill_meanings(most int) returns int
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    filled int;
begin
    update chunk_vector v set meaning = meanings.text_of(v.vector)::halfvec
      from (select document_id, model, position from chunk_vector where meaning is null limit most for update skip locked) bare
     where v.document_id = bare.document_id and v.model = bare.model and v.position = bare.position;
    get diagnostics filled = row_count;
    return filled;
end $$;
revoke execute on function fill_meanings(int) from public;

-- An index for each model that is searched by. Who writes vectors waits meanwhile.
create function index_meanings() returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    searched text;
    dimensions int;
begin
    perform pg_advisory_xact_lock(hashtextextended('parley meanings', 0));
    for searched in select distinct model from knowledge loop
        select vector_dims(meaning) into dimensions from chunk_vector where model = searched and meaning is not null limit 1;
        if dimensions <= 4000 and to_regclass(meanings.index_of(searched)) is null then
            execute format('create index %I on chunk_vector using hnsw ((meaning::halfvec(%s)) halfvec_ip_ops) where model = %L',
                           meanings.index_of(searched), dimensions, searched);
        end if;
    end loop;
end $$;
revoke execute on function index_meanings() from public;

-- The chunks of the one tenant of the session that are nearest by a model; one row of nothing where the index cannot tell yet.
create function near_meanings(wanted text, searched text, most int)
    returns table (document_id uuid, "position" int)
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    mine constant text := platform.sole_tenant();
    distance constant text := format('((v.meaning::halfvec(%s)) <#> $2::halfvec(%1$s))', cardinality(string_to_array(wanted, ',')));
    nearest constant text := 'select array_agg(n.document_id), array_agg(n.position) from (select v.document_id, v.position'
        ' from chunk_vector v where v.model = %L and v.tenant = $1 order by %s limit $3) n';
    documents uuid[];
    positions int[];
begin
    if mine is null then
        return;
    end if;
    if to_regclass(meanings.index_of(searched)) is null
       or exists (select from chunk_vector v where v.tenant = mine and v.meaning is null) then
        return query select null::uuid, null::int;
        return;
    end if;
    -- The index goes on until there are enough of the owner's among those of others.
    perform set_config('hnsw.iterative_scan', 'strict_order', true), set_config('hnsw.ef_search', '200', true);
    execute format(nearest, searched, distance) into documents, positions using mine, wanted, most;
    if coalesce(cardinality(documents), 0) < most then
        -- It gives up after some thousands of others: then all of the owner's are looked at.
        execute format(nearest, searched, distance || ' + 0') into documents, positions using mine, wanted, most;
    end if;
    return query select d, p from unnest(documents, positions) found (d, p);
end $$;
revoke execute on function near_meanings(text, text, int) from public;
