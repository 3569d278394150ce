package dev.parley.platform.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param deliveryTimeout how long a send may take until it has failed
 * @param topicCreationTimeout how long a start waits for the broker
 */
@ConfigurationProperties("parley.messaging")
record MessagingSettings(
        @DefaultValue("3s") Duration deliveryTimeout,
        @DefaultValue("60s") Duration topicCreationTimeout) {}
