package dev.parley.agent.location;

import dev.parley.contracts.location.LocationResult;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.EventDecoder;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.TailConsumers;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ties questions and answers to their topics. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LocationSettings.class)
class LocationBindings {
    @Bean
    OpenQuestions openQuestions() {
        return new OpenQuestions();
    }

    @Bean
    ResultsTail locationResults(TailConsumers consumers, OpenQuestions questions) {
        return new ResultsTail(
                consumers, new EventDecoder<>(Topic.LOCATION_RESULTS, LocationResult.class), questions::answer);
    }

    @Bean
    Places places(
            EventProducer producer, ResultsTail tail, OpenQuestions questions, LocationSettings settings, Clock clock) {
        return new PlacesByLog(producer, tail, questions, settings.timeout(), clock);
    }
}
