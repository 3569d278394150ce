package dev.parley.chat.turn;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param waiting how many turns may wait in one conversation
 * @param open how many turns of one may not have ended, whether they wait or interrupt
 * @param timeToLive how long a turn that nobody has begun is worth beginning
 * @param deadline how long agent-service lets a turn run that has begun
 * @param margin how much longer than both of these together a JSON answer is waited for
 * @param unconfirmedAfter when a turn whose request was never confirmed is taken back
 * @param overdueAfter when a turn of which there is no outcome is lost; longer than the first three together
 * @param sweep how often such turns are looked for
 * @param kept how long a turn is known after its end; no longer than its outcome is on the log
 * @param streamCheck how often it is looked whether open streams have to end
 */
@ConfigurationProperties("parley.chat.turns")
record TurnSettings(
        int waiting,
        int open,
        Duration timeToLive,
        Duration deadline,
        Duration margin,
        Duration unconfirmedAfter,
        Duration overdueAfter,
        Duration sweep,
        Duration kept,
        Duration streamCheck) {}
