package dev.parley.location.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.location.LocationCommand;
import dev.parley.contracts.location.LocationsFound;
import dev.parley.contracts.location.LookupFailed;
import dev.parley.contracts.location.PlacesFound;
import dev.parley.location.cache.TestCaches;
import dev.parley.location.place.FakeGeocoder;
import dev.parley.location.place.FakePlaces;
import dev.parley.location.place.Lookups;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.EventRecords;
import dev.parley.platform.messaging.SendFailed;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.work.Cancellation;
import dev.parley.platform.work.Failure;
import dev.parley.platform.work.Fence;
import dev.parley.platform.work.Fenced;
import dev.parley.platform.work.PermanentFailure;
import dev.parley.platform.work.WorkItem;
import dev.parley.testing.backing.Databases;
import dev.parley.testing.backing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LookupHandlerTest {
    private static final LookupSettings SETTINGS =
            new LookupSettings(Duration.ofSeconds(15), 3, 4, Duration.ofDays(8), Duration.ofHours(1));

    private final TestDatabase database = Databases.fresh();
    private final FakeGeocoder geocoder = new FakeGeocoder();
    private final MockProducer<String, byte[]> log =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final DecidedResults results;
    private final LookupHandler handler;

    private boolean leased = true;

    LookupHandlerTest() {
        Lookups lookups = new Lookups(geocoder, new FakePlaces(), TestCaches.in(database));
        var transactions = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        results =
                new DecidedResults(new LookupResults(JdbcClient.create(database.dataSource())), transactions, SETTINGS);
        EventProducer producer = new EventProducer(log, new EventRecords("location-service", Clock.systemUTC()));
        handler = new LookupHandler(new Answering(lookups), results, producer, SETTINGS);
    }

    @Test
    void a_name_is_located_and_the_answer_goes_to_the_asker() {
        LocationCommand command = Requests.geocode("Berlin", 5);

        handler.run(item(command));

        ProducerRecord<String, byte[]> sent = log.history().getFirst();
        assertThat(sent.topic()).isEqualTo("location.results");
        assertThat(sent.key()).isEqualTo("geocode:5:berlin");
        assertThat(header(sent, CloudEventHeaders.TYPE)).isEqualTo("parley.location.locations_found.v1");
        assertThat(WireJson.read(sent.value(), LocationsFound.class))
                .isEqualTo(
                        new LocationsFound(command.lookupId(), "Berlin", List.of(FakeGeocoder.BERLIN), "fake", false));
    }

    @Test
    void places_come_with_their_area_and_their_attribution() {
        LocationCommand command = Requests.findPlaces("cafe", "Berlin", 1_000, 5);

        handler.run(item(command));

        PlacesFound found = WireJson.read(log.history().getFirst().value(), PlacesFound.class);
        assertThat(found.area()).isEqualTo(FakeGeocoder.BERLIN);
        assertThat(found.places()).hasSize(1);
        assertThat(found.attribution()).isEqualTo(FakePlaces.ATTRIBUTION);
    }

    @Test
    void an_unknown_name_is_an_answer_too() {
        handler.run(item(Requests.geocode("Atlantis", 5)));
        handler.run(item(Requests.findPlaces("cafe", "Atlantis", 1_000, 5)));

        assertThat(WireJson.read(log.history().getFirst().value(), LocationsFound.class)
                        .locations())
                .isEmpty();
        PlacesFound nowhere = WireJson.read(log.history().getLast().value(), PlacesFound.class);
        assertThat(nowhere.area()).isNull();
        assertThat(nowhere.places()).isEmpty();
    }

    @Test
    void sending_again_is_sending_the_same_event() {
        WorkItem item = item(Requests.geocode("Berlin", 5));
        handler.run(item);
        geocoder.failing = true;

        handler.resend(item);

        ProducerRecord<String, byte[]> first = log.history().getFirst();
        ProducerRecord<String, byte[]> second = log.history().getLast();
        assertThat(second.value()).isEqualTo(first.value());
        assertThat(header(second, CloudEventHeaders.ID)).isEqualTo(header(first, CloudEventHeaders.ID));
        assertThat(log.history()).hasSize(2);
    }

    @Test
    void a_result_that_is_not_known_any_more_is_decided_anew() {
        WorkItem item = item(Requests.geocode("Berlin", 5));
        handler.run(item);
        JdbcClient.create(database.dataSource())
                .sql("update lookup_result set created_at = now() - interval '9 days'")
                .update();
        results.sweep();

        handler.resend(item);

        assertThat(header(log.history().getLast(), CloudEventHeaders.ID))
                .isEqualTo(LookupHandler.idOfResult(item.id()).toString());
        assertThat(WireJson.read(log.history().getLast().value(), LocationsFound.class)
                        .cached())
                .isTrue();
    }

    @Test
    void what_was_decided_survives_a_failed_send() {
        WorkItem item = item(Requests.geocode("Berlin", 5));
        log.sendException = new TimeoutException("the broker is away");
        assertThatThrownBy(() -> handler.run(item)).isInstanceOf(SendFailed.class);
        log.sendException = null;
        geocoder.failing = true;

        handler.run(again(item));

        assertThat(log.history()).hasSize(1);
        assertThat(geocoder.asked).hasSize(1);
    }

    @Test
    void a_question_that_makes_no_sense_fails_for_good_and_says_why() {
        WorkItem item = item(Requests.geocode("Berlin", 0));

        assertThatThrownBy(() -> handler.run(item))
                .isInstanceOfSatisfying(PermanentFailure.class, failure -> handler.giveUp(item, failure.failure()));

        LookupFailed failed = WireJson.read(log.history().getFirst().value(), LookupFailed.class);
        assertThat(failed.code()).isEqualTo("invalid_request");
        assertThat(failed.detail()).isEqualTo("limit has to be 1 to 100, not 0");
        assertThat(failed.retryable()).isFalse();
    }

    @Test
    void an_expired_question_fails_as_expired() {
        WorkItem item = item(Requests.geocode("Berlin", 5));

        handler.giveUp(item, new Failure(Failure.EXPIRED, "not begun in time"));

        LookupFailed failed = WireJson.read(log.history().getFirst().value(), LookupFailed.class);
        assertThat(failed.code()).isEqualTo("expired");
        assertThat(failed.retryable()).isTrue();
        assertThat(geocoder.asked).isEmpty();
    }

    @Test
    void what_a_provider_says_when_it_fails_is_not_for_askers() {
        geocoder.failing = true;
        WorkItem item = item(Requests.geocode("Berlin", 5));
        assertThatThrownBy(() -> handler.run(item)).hasMessageContaining("secret");

        handler.giveUp(item, new Failure(Failure.TOO_MANY_FAILURES, "secret detail of the provider"));

        LookupFailed failed = WireJson.read(log.history().getFirst().value(), LookupFailed.class);
        assertThat(failed.code()).isEqualTo("provider_failed");
        assertThat(failed.detail()).doesNotContain("secret");
        assertThat(failed.retryable()).isTrue();
    }

    @Test
    void giving_up_after_a_decision_sends_what_was_decided() {
        WorkItem item = item(Requests.geocode("Berlin", 5));
        handler.run(item);

        handler.giveUp(item, new Failure(Failure.DEADLINE_EXCEEDED, "too late"));

        assertThat(header(log.history().getLast(), CloudEventHeaders.TYPE))
                .isEqualTo("parley.location.locations_found.v1");
    }

    @Test
    void whoever_lost_the_item_decides_and_sends_nothing() {
        WorkItem item = item(Requests.geocode("Berlin", 5));
        leased = false;

        assertThatThrownBy(() -> handler.run(item)).isInstanceOf(Fenced.class);

        assertThat(log.history()).isEmpty();
        assertThat(results.find(item.id())).isEmpty();
    }

    private WorkItem item(LocationCommand command) {
        return run(command, 1);
    }

    private WorkItem again(WorkItem item) {
        return run(LookupPayload.unpack(item.payload()), item.attempt() + 1);
    }

    private WorkItem run(LocationCommand command, int attempt) {
        return new WorkItem(
                command.lookupId().value(),
                LookupHandler.KIND,
                command.normalizedQuery(),
                attempt,
                0,
                LookupPayload.pack(Requests.received(command)),
                command.expiresAt(),
                command.expiresAt(),
                command.expiresAt(),
                new TestFence(),
                new Cancellation());
    }

    private final class TestFence implements Fence {
        @Override
        public boolean holds() {
            return leased;
        }

        @Override
        public void requireInTransaction() {
            require();
        }
    }

    private static String header(ProducerRecord<String, byte[]> sent, String name) {
        return new String(sent.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
