package dev.parley.platform.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Items, as they are seen from outside. */
final class WorkStatuses {

    // Ids of nearly all items grow with time, so that their order is about that of arrival, newest first.
    private static final String SELECT = """
            select w.id, w.kind, coalesce(w.home, w.lane) as lane, w.tenant, w.state, w.attempt, w.failures, w.crashes,
                   coalesce(w.code, w.cancel_reason) as reason, w.detail,
                   w.received_at, w.due_at, w.expires_at, w.deadline, w.finished_at, p.fraction, p.stage,
                   case when w.finished_at is null and w.position is not null
                        then (select count(*) from platform.work b
                               where b.lane = w.lane and b.finished_at is null and b.position < w.position)
                   end as place
              from platform.work w
              left join platform.work_progress p on p.id = w.id
            """;

    static final String ONE = SELECT + " where w.id = :id";

    private static final String PAGE = SELECT + """
             where %s and (cast(:kind as text) is null or w.kind = :kind) and w.id < :before
             order by w.id desc
             limit :limit
            """;

    private final JdbcClient database;

    WorkStatuses(JdbcClient database) {
        this.database = database;
    }

    Optional<WorkStatus> of(UUID id) {
        return database.sql(ONE).param("id", id).query(WorkStatuses::status).optional();
    }

    /** At most so many with an id before another. */
    List<WorkStatus> before(UUID id, WorkStatus.@Nullable State state, @Nullable String kind, int limit) {
        return database.sql(PAGE.formatted(condition(state)))
                .param("before", id)
                .param("kind", kind)
                .param("limit", limit)
                .query(WorkStatuses::status)
                .list();
    }

    /** Written out, so that the few open or dead are found by their own index. */
    private static String condition(WorkStatus.@Nullable State state) {
        return switch (state) {
            case null -> "true";
            case SCHEDULED, WAITING, RUNNING -> "w.finished_at is null and w.state = '%s'".formatted(name(state));
            case DONE, CANCELLED, DEAD -> "w.state = '%s'".formatted(name(state));
        };
    }

    private static String name(WorkStatus.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static WorkStatus status(ResultSet row, int line) throws SQLException {
        return new WorkStatus(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("lane"),
                row.getString("tenant"),
                WorkStatus.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new WorkStatus.Counts(row.getInt("attempt"), row.getInt("failures"), row.getInt("crashes")),
                row.getObject("fraction", Double.class),
                row.getString("stage"),
                row.getObject("place", Long.class),
                row.getString("reason"),
                row.getString("detail"),
                new WorkStatus.Times(
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        instant(row, "expires_at"),
                        instant(row, "deadline"),
                        instant(row, "finished_at")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
