package dev.parley.platform.work;

/** What becomes of lanes that items join. */
final class JoinedLanes {

    /**
     * Goes on from {@code joined (id, kind, lane, tenant, due_at, position)}. A lane that is there is touched as well:
     * that locks it against the worker that would end it just now.
     */
    static final String SQL = """
            insert into platform.work_lane as l (lane, head, kind, tenant, since, state, open)
            select distinct on (lane) lane, id, kind, tenant, due_at, 'ready', count(*) over (partition by lane)
              from joined
             order by lane, position
            on conflict (lane) do update set open = l.open + excluded.open
            """;

    private JoinedLanes() {}
}
