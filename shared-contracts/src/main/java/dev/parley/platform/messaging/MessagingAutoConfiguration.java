package dev.parley.platform.messaging;

import dev.parley.contracts.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.binder.kafka.config.ClientFactoryCustomizer;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** What a service needs to speak on the log. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@ConditionalOnClass({KafkaProperties.class, ListenerContainerCustomizer.class})
@EnableConfigurationProperties(MessagingSettings.class)
public class MessagingAutoConfiguration {
    /** The name by which the binder's defaults choose the converter. */
    public static final String RAW_BATCH_CONVERTER = "rawBatchConverter";

    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(1);

    @Bean
    EventRecords eventRecords(@Value("${spring.application.name}") String service, Clock clock) {
        return new EventRecords(service, clock);
    }

    @Bean
    EventProducer eventProducer(KafkaProperties kafka, MessagingSettings settings, EventRecords records) {
        int timeout = Math.toIntExact(settings.deliveryTimeout().toMillis());
        Map<String, Object> config = new HashMap<>(kafka.buildProducerProperties());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // Nothing waits while the broker is idle; while it is busy with us, all that comes meanwhile is one request, of
        // which it takes one at a time from a connection anyway. A batch of a partition has room for all of it.
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_DEAD_LETTER_BYTES);
        return new EventProducer(
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer()), records);
    }

    @Bean
    TailConsumers tailConsumers(KafkaProperties kafka) {
        return new TailConsumers(kafka.buildConsumerProperties());
    }

    @Bean
    DeadLetters deadLetters(
            @Value("${spring.application.name}") String service, EventProducer producer, MeterRegistry meters) {
        return new DeadLetters(service, producer, meters);
    }

    @Bean
    BatchListeners batchListeners(DeadLetters deadLetters, ObjectProvider<Parking> parking, MeterRegistry meters) {
        return new BatchListeners(new UnknownTypes(parking.getIfAvailable(), deadLetters, meters), deadLetters);
    }

    /** Made when somebody wants to know, which then costs one connection. */
    @Bean
    @Lazy
    LogAdmin logAdmin(KafkaProperties kafka, MessagingSettings settings) {
        return new LogAdmin(kafka.buildAdminProperties(), settings.logPositionTimeout());
    }

    @Bean(RAW_BATCH_CONVERTER)
    RawBatchConverter rawBatchConverter() {
        return new RawBatchConverter();
    }

    @Bean
    TopicCreation topicCreation(KafkaProperties kafka, MessagingSettings settings) {
        Duration patience = settings.topicCreationTimeout();
        Map<String, Object> config = new HashMap<>(kafka.buildAdminProperties());
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(patience.toMillis()));
        return new TopicCreation(() -> Admin.create(config), patience);
    }

    @Bean
    ClientFactoryCustomizer refusedCommits() {
        return new ClientFactoryCustomizer() {
            @Override
            @SuppressWarnings("unchecked") // Commits know nothing of keys and values.
            public void configure(ConsumerFactory<?, ?> consumers) {
                ((ConsumerFactory<Object, Object>) consumers).addPostProcessor(new RefusedCommits());
            }
        };
    }

    /**
     * Transient failures come again for ever: a record is passed over only by decision, never by exhaustion. Soon enough, that a
     * reader takes part in a rebalance meanwhile: one that is silent in it for the 6 s of a session has lost its partitions.
     */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> listening(MessagingSettings settings) {
        return (container, destination, group) -> {
            var backOff = new ExponentialBackOff(200, 2);
            backOff.setMaxInterval(1_000);
            backOff.setMaxAttempts(Long.MAX_VALUE);
            container.setCommonErrorHandler(new DefaultErrorHandler(backOff));
            Duration pause = settings.pauses().getOrDefault(destination, Duration.ZERO);
            container.getContainerProperties().setIdleBetweenPolls(pause.toMillis());
            container.getContainerProperties().setAckTime(BETWEEN_COMMITS.toMillis());
            // Looked at between polls: an idle one must not hold back the last commit.
            container.getContainerProperties().setPollTimeout(BETWEEN_COMMITS.toMillis());
        };
    }
}
