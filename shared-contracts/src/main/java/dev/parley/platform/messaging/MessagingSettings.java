package dev.parley.platform.messaging;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param deliveryTimeout how long a send may take until it has failed
 * @param topicCreationTimeout how long a start waits for the broker
 * @param logPositionTimeout how long the broker may take to say where the log ends
 * @param pauses by the topic: how long its reader rests between two batches, so that under load a batch is more than an event
 */
@ConfigurationProperties("parley.messaging")
record MessagingSettings(
        @DefaultValue("3s") Duration deliveryTimeout,
        @DefaultValue("60s") Duration topicCreationTimeout,
        @DefaultValue("2s") Duration logPositionTimeout,
        @DefaultValue Map<String, Duration> pauses) {}
