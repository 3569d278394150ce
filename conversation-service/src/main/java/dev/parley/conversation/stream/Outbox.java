package dev.parley.conversation.stream;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.event.Event;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.time.IdSource;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Events that are to be published because of a transaction, kept in it. */
@Repository
public class Outbox {
    private final JdbcClient jdbc;
    private final IdSource ids;

    Outbox(JdbcClient jdbc, IdSource ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** One row a statement: of rows that share a place in the write-ahead log, the reader may lose some at a restart. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Topic topic, String key, Event event) {
        jdbc.sql("""
                        insert into outbox (id, topic, key, type, payload, traceparent)
                        values (:id, :topic, :key, :type, :payload, :traceparent)""")
                .param("id", ids.next())
                .param("topic", topic.topicName())
                .param("key", key)
                .param("type", Event.typeOf(event.getClass()))
                .param("payload", WireJson.write(event))
                .param("traceparent", traceHeaders().get(CloudEventHeaders.TRACEPARENT))
                .update();
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

    private static Map<String, String> traceHeaders() {
        Map<String, String> headers = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), headers, Outbox::put);
        return headers;
    }

    private static void put(@Nullable Map<String, String> headers, String name, String value) {
        if (headers != null) {
            headers.put(name, value);
        }
    }
}
