package dev.parley.chat.turn;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param waiting how many turns may wait in one conversation
 * @param timeToLive how long a turn that nobody has begun is worth beginning
 * @param deadline how long agent-service lets a turn run that has begun
 * @param margin how much longer than both of these together a JSON answer is waited for
 * @param unconfirmedAfter when a turn whose request was never confirmed is taken back
 * @param sweep how often such turns are looked for
 * @param kept how long a turn is known after its end; no longer than its outcome is on the log
 * @param accessCheck how often it is looked whether those who read streams still may
 */
@ConfigurationProperties("parley.chat.turns")
record TurnSettings(
        int waiting,
        Duration timeToLive,
        Duration deadline,
        Duration margin,
        Duration unconfirmedAfter,
        Duration sweep,
        Duration kept,
        Duration accessCheck) {}
