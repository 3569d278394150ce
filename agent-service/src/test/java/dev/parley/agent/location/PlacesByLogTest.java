package dev.parley.agent.location;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.id.LookupId;
import dev.parley.contracts.location.FindPlaces;
import dev.parley.contracts.location.Geocode;
import dev.parley.contracts.location.Location;
import dev.parley.contracts.location.LocationResult;
import dev.parley.contracts.location.LocationsFound;
import dev.parley.contracts.location.LookupFailed;
import dev.parley.contracts.location.PlacesFound;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.platform.messaging.WireJson;
import dev.parley.testing.backing.BackingServices;
import dev.parley.testing.topic.TopicReader;
import dev.parley.testing.topic.TopicRecord;
import dev.parley.testing.topic.TopicWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(
        classes = LocationContext.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {"spring.application.name=agent-service", "parley.agent.location.timeout=10s"})
@BackingServices(database = false)
class PlacesByLogTest {
    private static final String REQUESTS = Topic.LOCATION_REQUESTS.topicName();
    private static final Location PARIS =
            new Location("Paris", "FR", "France", null, 48.8566, 2.3522, 2_100_000L, "Europe/Paris");

    private final Places places;
    private final OpenQuestions questions;
    private final EventProducer producer;
    private final String effectId = UUID.randomUUID() + ":1:0";
    private TopicReader requests;

    PlacesByLogTest(@Autowired Places places, @Autowired OpenQuestions questions, @Autowired EventProducer producer) {
        this.places = places;
        this.questions = questions;
        this.producer = producer;
        this.requests = TopicReader.fromNow(REQUESTS);
    }

    @BeforeEach
    void nobody_waits_yet() {
        assertThat(questions.size()).isZero();
    }

    @AfterEach
    void nobody_waits_any_more() {
        requests.close();
        assertThat(questions.size()).isZero();
    }

    @Test
    void a_question_goes_out_under_its_query_and_its_answer_comes_back() throws Exception {
        CompletableFuture<LocationsFound> answer = places.whereIs(asking(), "Paris", 3);
        TopicRecord sent = requests.await("geocode:3:paris");
        Geocode question = WireJson.read(sent.body(), Geocode.class);

        answer(found(question.lookupId()));

        assertThat(question.query()).isEqualTo("Paris");
        assertThat(sent.header("ce_type")).isEqualTo("parley.location.geocode.v1");
        assertThat(sent.header("ce_id")).isEqualTo(question.lookupId().toString());
        assertThat(Duration.between(question.createdAt(), question.expiresAt())).isEqualTo(Duration.ofSeconds(10));
        assertThat(answer.get(10, SECONDS).locations()).containsExactly(PARIS);
    }

    @Test
    void a_repeated_attempt_asks_the_same_question_and_one_answer_serves_both() throws Exception {
        CompletableFuture<PlacesFound> first = places.find(asking(), "Bakery ", "Paris", 2_000, 5);
        CompletableFuture<PlacesFound> second = places.find(asking(), "Bakery ", "Paris", 2_000, 5);
        List<TopicRecord> sent = requests.await("places:2000:5:bakery@paris", 2);
        List<LookupId> lookups = sent.stream()
                .map(it -> WireJson.read(it.body(), FindPlaces.class).lookupId())
                .toList();

        answer(new PlacesFound(lookups.getFirst(), "bakery", PARIS, List.of(), "demo", null, true));

        assertThat(lookups.getFirst()).isEqualTo(lookups.getLast());
        assertThat(first.get(10, SECONDS)).isEqualTo(second.get(10, SECONDS));
        assertThat(first.get().cached()).isTrue();
    }

    @Test
    void another_call_asks_another_question() throws Exception {
        CompletableFuture<LocationsFound> one = places.whereIs(asking(), "Oslo", 1);
        CompletableFuture<LocationsFound> other =
                places.whereIs(new Asking(effectId + "x", Instant.now().plusSeconds(5)), "Oslo", 1);
        List<LookupId> lookups = lookups("geocode:1:oslo", 2);

        assertThat(lookups.getFirst()).isNotEqualTo(lookups.getLast());
        lookups.forEach(it -> answer(found(it)));
        assertThat(one.get(10, SECONDS).lookupId())
                .isNotEqualTo(other.get(10, SECONDS).lookupId());
    }

    @Test
    void an_answer_that_comes_twice_or_to_nobody_does_no_harm() throws Exception {
        CompletableFuture<LocationsFound> answer = places.whereIs(asking(), "Rome", 1);
        LookupId lookup = lookups("geocode:1:rome", 1).getFirst();

        answer(found(new LookupId(UUID.randomUUID())));
        answer(found(lookup));
        answer(found(lookup));

        assertThat(answer.get(10, SECONDS).lookupId()).isEqualTo(lookup);
        assertThat(theTailStillListens()).isTrue();
    }

    @Test
    void nobody_answers_in_time() {
        var soon = new Asking(effectId, Instant.now().plusMillis(300));

        assertThatThrownBy(() -> places.whereIs(soon, "Lima", 1).get(10, SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        LookupException.class, it -> assertThat(it.code()).isEqualTo("lookup_timeout"));
        answer(found(lookups("geocode:1:lima", 1).getFirst()));
    }

    @Test
    void a_failed_lookup_is_a_failure_with_its_code() {
        CompletableFuture<LocationsFound> answer = places.whereIs(asking(), "Cairo", 1);
        LookupId lookup = lookups("geocode:1:cairo", 1).getFirst();

        answer(new LookupFailed(lookup, "provider_failed", "The maps are down.", true));

        assertThatThrownBy(() -> answer.get(10, SECONDS)).cause().isInstanceOfSatisfying(LookupException.class, it -> {
            assertThat(it.code()).isEqualTo("provider_failed");
            assertThat(it.detail()).isEqualTo("The maps are down.");
        });
    }

    @Test
    void what_cannot_be_read_is_passed_over() throws Exception {
        TopicWriter results = TopicWriter.to(Topic.LOCATION_RESULTS.topicName());
        for (int partition = 0; partition < Topic.LOCATION_RESULTS.partitions(); partition++) {
            results.write(partition, "k", "{broken".getBytes(java.nio.charset.StandardCharsets.UTF_8), Map.of());
            results.write(
                    partition,
                    "k",
                    "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    Map.of("ce_type", "parley.location.newer.v9"));
        }

        assertThat(theTailStillListens()).isTrue();
    }

    @Test
    void a_thousand_wait_at_once() throws Exception {
        List<CompletableFuture<LocationsFound>> answers = IntStream.range(0, 1_000)
                .mapToObj(it -> places.whereIs(asking(), "City " + it, 1))
                .toList();
        List<TopicRecord> sent = requests.await(it -> String.valueOf(it.key()).startsWith("geocode:1:city "), 1_000);

        sent.forEach(it -> answer(found(WireJson.read(it.body(), Geocode.class).lookupId())));

        for (CompletableFuture<LocationsFound> answer : answers) {
            assertThat(answer.get(20, SECONDS).locations()).containsExactly(PARIS);
        }
    }

    private boolean theTailStillListens() throws Exception {
        CompletableFuture<LocationsFound> answer = places.whereIs(asking(), "Quito", 1);
        answer(found(lookups("geocode:1:quito", 1).getFirst()));
        return !answer.get(10, SECONDS).locations().isEmpty();
    }

    private Asking asking() {
        return new Asking(effectId, Instant.now().plusSeconds(60));
    }

    private List<LookupId> lookups(String key, int count) {
        return requests.await(key, count).stream()
                .map(it -> WireJson.read(it.body(), Geocode.class).lookupId())
                .toList();
    }

    private static LocationsFound found(LookupId lookup) {
        return new LocationsFound(lookup, "x", List.of(PARIS), "gazetteer", false);
    }

    private void answer(LocationResult result) {
        var _ = producer.send(Outgoing.of(Topic.LOCATION_RESULTS, "k" + result.lookupId(), UUID.randomUUID(), result));
    }
}
