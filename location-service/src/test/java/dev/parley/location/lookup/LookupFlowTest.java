package dev.parley.location.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.id.LookupId;
import dev.parley.contracts.location.FindPlaces;
import dev.parley.contracts.location.Geocode;
import dev.parley.contracts.location.Location;
import dev.parley.contracts.location.LocationCommand;
import dev.parley.contracts.location.LocationsFound;
import dev.parley.contracts.location.LookupFailed;
import dev.parley.contracts.location.Place;
import dev.parley.contracts.location.PlacesFound;
import dev.parley.contracts.topic.Topic;
import dev.parley.location.LocationServiceTest;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.platform.messaging.WireJson;
import dev.parley.testing.topic.TopicReader;
import dev.parley.testing.topic.TopicRecord;
import dev.parley.testing.topic.TopicWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From {@code location.requests} to {@code location.results}, over a real log and a real database. */
@LocationServiceTest
class LookupFlowTest {
    private static final String RESULTS = Topic.LOCATION_RESULTS.topicName();
    private static final String REQUESTS = Topic.LOCATION_REQUESTS.topicName();

    private final EventProducer producer;
    private final JdbcClient database;
    private final TopicReader results = TopicReader.fromNow(RESULTS);

    LookupFlowTest(EventProducer producer, JdbcClient database) {
        this.producer = producer;
        this.database = database;
    }

    @AfterEach
    void stopReading() {
        results.close();
    }

    @Test
    void where_something_is_comes_back_as_a_cloud_event_under_the_key_of_the_question() {
        Geocode command = Requests.geocode("Austin, TX", 3);

        ask(command);

        TopicRecord result = answerTo(command);
        assertThat(result.key()).isEqualTo(command.normalizedQuery());
        assertThat(result.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "parley.location.locations_found.v1")
                .containsEntry("ce_source", "/parley/location-service")
                .containsEntry("ce_subject", command.normalizedQuery())
                .containsEntry("content-type", "application/json")
                .containsKeys("ce_id", "ce_time");
        LocationsFound found = read(result, LocationsFound.class);
        assertThat(found.query()).isEqualTo("Austin, TX");
        assertThat(found.provider()).isEqualTo("gazetteer");
        assertThat(found.locations()).hasSize(1);
        Location austin = found.locations().getFirst();
        assertThat(austin.region()).isEqualTo("Texas");
        assertThat(austin.timezone()).isEqualTo("America/Chicago");
    }

    @Test
    void what_is_there_comes_back_with_where_it_was_looked_for_and_how_it_is_to_be_labelled() {
        FindPlaces command = Requests.findPlaces("coffee bars", "Berlin Mitte", 5_000, 4);

        ask(command);

        PlacesFound found = read(answerTo(command), PlacesFound.class);
        assertThat(found.area()).isNotNull().extracting(Location::name).isEqualTo("Mitte");
        assertThat(found.places()).hasSize(4).extracting(Place::source).containsOnly("demo");
        assertThat(found.places()).extracting(Place::category).containsOnly("cafe");
        assertThat(found.provider()).isEqualTo("demo");
        assertThat(found.attribution()).contains("invented");
    }

    @Test
    void an_equal_question_is_answered_from_the_cache() {
        Geocode first = Requests.geocode("Sapporo " + UUID.randomUUID(), 2);
        Geocode second = Requests.geocode(first.query(), 2);

        ask(first);
        assertThat(read(answerTo(first), LocationsFound.class).cached()).isFalse();
        ask(second);

        assertThat(read(answerTo(second), LocationsFound.class).cached()).isTrue();
    }

    @Test
    void a_city_that_nobody_knows_is_answered_with_nothing() {
        Geocode geocode = Requests.geocode("Minas Tirith", 5);
        FindPlaces find = Requests.findPlaces("inn", "Minas Tirith", 1_000, 5);

        ask(geocode);
        ask(find);

        assertThat(read(answerTo(geocode), LocationsFound.class).locations()).isEmpty();
        PlacesFound found = read(answerTo(find), PlacesFound.class);
        assertThat(found.area()).isNull();
        assertThat(found.places()).isEmpty();
    }

    @Test
    void a_question_that_comes_again_gets_the_same_event_again() {
        Geocode command = Requests.geocode("Lima " + UUID.randomUUID(), 1);
        ask(command);
        TopicRecord first = answerTo(command);
        awaitEnd(command);

        ask(command);

        List<TopicRecord> both = results.await(command.normalizedQuery(), 2);
        assertThat(both.get(1).header("ce_id")).isEqualTo(first.header("ce_id"));
        assertThat(both.get(1).body()).isEqualTo(first.body());
        assertThat(storedResults(command)).isEqualTo(1);
    }

    @Test
    void what_cannot_be_read_and_what_nobody_knows_yet_is_put_aside_and_the_partition_goes_on() {
        Geocode next = Requests.geocode("Tallinn " + UUID.randomUUID(), 1);
        String key = next.normalizedQuery();
        try (TopicReader letters = TopicReader.fromNow(Topic.LOCATION_REQUESTS.deadLetterName())) {
            RecordMetadata poison =
                    TopicWriter.to(REQUESTS).write(key, "{ not json", headers(Event.typeOf(Geocode.class)));
            TopicWriter.to(REQUESTS)
                    .write(poison.partition(), key, "{}".getBytes(UTF_8), headers("parley.location.teleport.v1"));
            ask(next);

            List<TopicRecord> aside = letters.await(key, 1);
            assertThat(aside).extracting(it -> it.header("dlq_reason")).containsExactly("unreadable");
            assertThat(aside).extracting(it -> it.header("dlq_offset")).containsExactly(Long.toString(poison.offset()));
            assertThat(aside).extracting(it -> it.header("dlq_topic")).containsOnly(REQUESTS);
        }
        assertThat(answerTo(next).header("ce_type")).isEqualTo("parley.location.locations_found.v1");
    }

    @Test
    void a_question_that_makes_no_sense_fails_and_says_why() {
        FindPlaces command = Requests.findPlaces("cafe", "Berlin", 60_000, 5);

        ask(command);

        LookupFailed failed = read(answerTo(command), LookupFailed.class);
        assertThat(failed.code()).isEqualTo("invalid_request");
        assertThat(failed.detail()).contains("radius_m");
        assertThat(failed.retryable()).isFalse();
    }

    @Test
    void a_question_of_absurd_length_gets_an_answer_too() {
        Geocode command = Requests.geocode("x".repeat(10_000), 5);

        ask(command);

        assertThat(read(answerTo(command), LookupFailed.class).code()).isEqualTo("invalid_request");
    }

    @Test
    void a_question_nobody_waits_for_any_more_fails_as_expired_and_stays_so() {
        Instant past = Instant.now().minusSeconds(60);
        Geocode command = new Geocode(new LookupId(UUID.randomUUID()), "Bern", 7, past, past.plusSeconds(10));

        ask(command);
        TopicRecord first = answerTo(command);
        awaitEnd(command);
        ask(command);

        LookupFailed failed = read(first, LookupFailed.class);
        assertThat(failed.code()).isEqualTo("expired");
        assertThat(failed.retryable()).isTrue();
        List<TopicRecord> both = results.await(record -> isAnswerTo(command, record), 2);
        assertThat(both.get(1).header("ce_id")).isEqualTo(first.header("ce_id"));
        assertThat(both.get(1).body()).isEqualTo(first.body());
    }

    private void ask(LocationCommand command) {
        producer.sendAndAwait(Outgoing.of(
                Topic.LOCATION_REQUESTS,
                command.normalizedQuery(),
                command.lookupId().value(),
                command));
    }

    private TopicRecord answerTo(LocationCommand command) {
        return results.await(record -> isAnswerTo(command, record));
    }

    /** A question that comes again before its work has ended is the same question still. */
    private void awaitEnd(LocationCommand command) {
        await().untilAsserted(() -> assertThat(database.sql("select state from platform.work where id = :id")
                        .param("id", command.lookupId().value())
                        .query(String.class)
                        .single())
                .isIn("done", "dead"));
    }

    private static boolean isAnswerTo(LocationCommand command, TopicRecord record) {
        return record.text().contains(command.lookupId().toString());
    }

    private static <T> T read(TopicRecord record, Class<T> type) {
        return WireJson.read(record.body(), type);
    }

    private long storedResults(LocationCommand command) {
        return database.sql("select count(*) from lookup_result where request_id = :id")
                .param("id", command.lookupId().value())
                .query(Long.class)
                .single();
    }

    private static Map<String, String> headers(String type) {
        return Map.of(
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_type",
                type,
                "ce_time",
                Instant.now().toString());
    }
}
