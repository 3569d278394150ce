package dev.parley.conversation.stream;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.event.Event;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.time.IdSource;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Events that are to be published because of a transaction, kept in it. */
@Repository
public class Outbox {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final IdSource ids;

    Outbox(JdbcClient jdbc, JdbcTemplate batches, IdSource ids) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.ids = ids;
    }

    /** In the trace of who calls. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Topic topic, String key, Event event) {
        add(List.of(new Announcement(topic, key, event, Context.current())));
    }

    /**
     * One row a statement, though all are sent at once: of rows that share a place in the write-ahead log, the reader may lose
     * some at a restart. The statement has no {@code values}, for the driver would make one statement of many that have.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<Announcement> announcements) {
        batches.batchUpdate(
                "insert into outbox (id, topic, key, type, payload, traceparent) select ?, ?, ?, ?, ?, ?",
                announcements,
                announcements.size(),
                this::fill);
    }

    private void fill(PreparedStatement row, Announcement announcement) throws SQLException {
        row.setObject(1, ids.next());
        row.setString(2, announcement.topic().topicName());
        row.setString(3, announcement.key());
        row.setString(4, Event.typeOf(announcement.event().getClass()));
        row.setBytes(5, WireJson.write(announcement.event()));
        row.setString(6, traceHeaders(announcement.trace()).get(CloudEventHeaders.TRACEPARENT));
    }

    /** Takes out what was to be told under a key, for it is not to be told any more; what is on its way already is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(Topic topic, String key) {
        jdbc.sql("delete from outbox where topic = :topic and key = :key")
                .param("topic", topic.topicName())
                .param("key", key)
                .update();
    }

    /** Takes out what is on its topic. */
    void remove(Collection<UUID> published) {
        jdbc.sql("delete from outbox where id = any (:ids)")
                .param("ids", published.toArray(UUID[]::new))
                .update();
    }

    /** Keeps a row out of the way that its topic will never take as it is. */
    void refuse(UUID id, String why) {
        jdbc.sql("update outbox set refused_at = now(), refusal = :why where id = :id")
                .param("id", id)
                .param("why", why)
                .update();
    }

    private static Map<String, String> traceHeaders(Context trace) {
        Map<String, String> headers = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(trace, headers, Outbox::put);
        return headers;
    }

    private static void put(@Nullable Map<String, String> headers, String name, String value) {
        if (headers != null) {
            headers.put(name, value);
        }
    }
}
