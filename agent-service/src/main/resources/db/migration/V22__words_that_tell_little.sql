-- Words that thousands of an owner's chunks have cost the most to search for and tell the least. How many have a word is
-- estimated from a few hundred of them; what is too frequent counts for the order of what other words have found, and is looked
-- for in those few hundred alone where there are no other words.

-- Chunks of an owner, spread over the largest of the documents. One after the other by their key ("offset"): all of them would
-- be read through for it else.
create function words.sample(tenant text, size int) returns setof words.of_chunk
    language sql stable set search_path = public, pg_temp as $$
    select w.*
      from (select d.id, d.chunks, (size + least(count(*) over (), 50) - 1) / least(count(*) over (), 50) as share
              from document d where d.tenant = sample.tenant and d.status = 'ready' and d.chunks > 0
             order by d.chunks desc limit 50) held
     cross join lateral generate_series(0, least(held.chunks, held.share) - 1) as part (n)
     cross join lateral (
            select * from words.of_chunk c
             where c.document_id = held.id and c.position = part.n * held.chunks / least(held.chunks, held.share)
            offset 0) w
$$;
revoke execute on function words.sample(text, int) from public;

-- Those of the words that can be looked for: all of them together lead to no more than so many chunks, about.
create function words.telling(tenant text, wanted tsquery[], most bigint) returns tsquery[]
    language plpgsql stable set search_path = public, pg_temp as $$
declare
    held constant bigint := (select coalesce(sum(d.chunks), 0) from document d where d.tenant = telling.tenant);
begin
    if held <= most then
        return wanted;
    end if;
    return (
        with seen as materialized (
            select s.words from words.sample(tenant, 256) s
        ), frequent as (
            select word, held * (select count(*) from seen s where s.words @@ word)
                         / greatest((select count(*) from seen), 1) as chunks
              from unnest(wanted) word
        ), added as (
            select word, sum(chunks) over (order by chunks, word) as chunks from frequent
        )
        select array_agg(word) from added where chunks <= most);
end $$;
revoke execute on function words.telling(text, tsquery[], bigint) from public;

create function words.joined(parts tsquery[], alternatives boolean) returns tsquery language plpgsql immutable as $$
declare
    part tsquery;
    whole tsquery;
begin
    foreach part in array parts loop
        whole := case when whole is null then part when alternatives then whole || part else whole && part end;
    end loop;
    return whole;
end $$;

create or replace function search_words(wanted text[], most int, at_most int)
    returns table (document_id uuid, "position" int)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    tenant constant text := platform.sole_tenant();
    own tsquery;
    said tsquery[];
    telling tsquery[];
    all_of_them tsquery;
    any_of_them tsquery;
    some_of_them tsquery;
    complete int;
begin
    select array_agg(q) into said from unnest(wanted) word, plainto_tsquery('simple', word) q where numnode(q) > 0;
    if tenant is null or said is null then
        return;
    end if;
    own := quote_literal(words.lexeme_of(tenant))::tsquery;
    all_of_them := words.joined(said, false);
    any_of_them := words.joined(said, true);
    telling := words.telling(tenant, said, at_most * 3);
    if telling is null then
        return query
            select s.document_id, s.position from words.sample(tenant, at_most) s where s.words @@ any_of_them
             order by s.words @@ all_of_them desc, ts_rank(s.words, any_of_them, 1) desc, s.document_id, s.position limit most;
        return;
    end if;
    return query
        select w.document_id, w.position
          from (select * from words.of_chunk c where c.words @@ (own && all_of_them) limit at_most) w
         order by ts_rank(w.words, any_of_them, 1) desc, w.document_id, w.position limit most;
    get diagnostics complete = row_count;
    if complete < most then
        some_of_them := words.joined(telling, true);
        return query
            select w.document_id, w.position
              from (select * from words.of_chunk c where c.words @@ (own && some_of_them) limit at_most) w
             where not w.words @@ all_of_them
             order by ts_rank(w.words, any_of_them, 1) desc, w.document_id, w.position limit most - complete;
    end if;
end $$;
