package dev.parley.platform.revocation;

import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.MessagingAutoConfiguration;
import dev.parley.platform.messaging.TailConsumers;
import dev.parley.platform.messaging.WholeTopics;
import dev.parley.platform.security.Revocations;
import dev.parley.platform.security.TokenAutoConfiguration;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** For services that verify tokens and read the log: all but the gateway, which passes on what they refuse. */
@AutoConfiguration(after = {TokenAutoConfiguration.class, MessagingAutoConfiguration.class})
@ConditionalOnBean({Revocations.class, TailConsumers.class})
class RevocationAutoConfiguration {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean
    WholeTopics revocationTail(TailConsumers consumers, Revocations revocations) {
        return new WholeTopics(
                consumers,
                "revocation-tail",
                List.of(Topic.IDENTITY_EVENTS, Topic.SIGN_INS),
                new RevocationReader(revocations),
                PATIENCE);
    }
}
