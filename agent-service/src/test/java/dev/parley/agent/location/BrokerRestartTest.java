package dev.parley.agent.location;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.id.LookupId;
import dev.parley.contracts.location.Geocode;
import dev.parley.contracts.location.LocationsFound;
import dev.parley.contracts.topic.Topic;
import dev.parley.local.broker.KafkaBroker;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.platform.messaging.WireJson;
import dev.parley.testing.topic.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class BrokerRestartTest {
    @TempDir
    private Path folder = Path.of(".");

    @Test
    void answers_are_heard_before_and_after_a_broker_restart() throws Exception {
        KafkaBroker broker = KafkaBroker.start(folder, 0, 0);
        int port = broker.port();
        try (ConfigurableApplicationContext context = context(broker.bootstrapServers())) {
            assertThat(askAndAnswer(context, "before", broker).get(20, SECONDS).query())
                    .isEqualTo("before");

            broker.close();
            broker = KafkaBroker.start(folder, port, 0);

            KafkaBroker restarted = broker;
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(askAndAnswer(context, "after", restarted)
                                    .get(5, SECONDS)
                                    .query())
                            .isEqualTo("after"));
        } finally {
            broker.close();
        }
    }

    private static CompletableFuture<LocationsFound> askAndAnswer(
            ConfigurableApplicationContext context, String name, KafkaBroker broker) {
        var asking = new Asking(UUID.randomUUID().toString(), Instant.now().plusSeconds(10));
        try (TopicReader requests =
                TopicReader.fromNow(Topic.LOCATION_REQUESTS.topicName(), broker.bootstrapServers())) {
            CompletableFuture<LocationsFound> answer =
                    context.getBean(Places.class).whereIs(asking, name, 1);
            LookupId lookup = WireJson.read(requests.await("geocode:1:" + name).body(), Geocode.class)
                    .lookupId();
            var result = new LocationsFound(lookup, name, List.of(), "gazetteer", false);
            context.getBean(EventProducer.class)
                    .sendAndAwait(Outgoing.of(Topic.LOCATION_RESULTS, name, UUID.randomUUID(), result));
            return answer;
        }
    }

    private static ConfigurableApplicationContext context(String servers) {
        return new SpringApplicationBuilder(LocationContext.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.application.name=agent-service",
                        "spring.kafka.bootstrap-servers=" + servers,
                        "spring.config.location=optional:classpath:/none/",
                        "spring.main.banner-mode=off")
                .run("--spring.kafka.bootstrap-servers=" + servers);
    }
}
