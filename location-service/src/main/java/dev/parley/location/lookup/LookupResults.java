package dev.parley.location.lookup;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.location.LocationResult;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.EventTypes;
import dev.parley.platform.messaging.WireJson;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was answered, by the request's id. Decided once: the first result of a request stays. */
@Repository
class LookupResults {
    private final JdbcClient database;

    LookupResults(JdbcClient database) {
        this.database = database;
    }

    Optional<LocationResult> find(UUID request) {
        return database.sql("select type, body from lookup_result where request_id = :request")
                .param("request", request)
                .query((row, number) -> read(row.getString("type"), row.getBytes("body")))
                .optional();
    }

    /** Leaves an earlier result alone. */
    void add(UUID request, LocationResult result) {
        database.sql("""
                        insert into lookup_result (request_id, type, body)
                        values (:request, :type, :body)
                        on conflict (request_id) do nothing
                        """)
                .param("request", request)
                .param("type", Event.typeOf(result.getClass()))
                .param("body", WireJson.write(result))
                .update();
    }

    int deleteOlderThan(Duration age) {
        return database.sql("delete from lookup_result where created_at < now() - make_interval(secs => :seconds)")
                .param("seconds", (double) age.toSeconds())
                .update();
    }

    private static LocationResult read(String type, byte[] body) {
        Map<String, Class<? extends Event>> types = EventTypes.on(Topic.LOCATION_RESULTS);
        Class<? extends Event> known = types.get(type);
        if (known == null) {
            throw new IllegalStateException("No result of type " + type + " is known");
        }
        return (LocationResult) WireJson.read(body, known);
    }
}
