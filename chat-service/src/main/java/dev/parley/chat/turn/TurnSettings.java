package dev.parley.chat.turn;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param waiting how many turns may wait in one conversation
 * @param timeToLive how long a turn that nobody has begun is worth beginning
 */
@ConfigurationProperties("parley.chat.turns")
record TurnSettings(int waiting, Duration timeToLive) {}
