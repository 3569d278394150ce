package dev.parley.chat.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param keepAlive how long a stream may be silent until a comment is written
 * @param bufferedEvents how many events a reader may lag behind the tail until its connection is closed
 */
@ConfigurationProperties("parley.chat.stream")
record StreamSettings(Duration keepAlive, int bufferedEvents) {}
