package dev.parley.agent.turn;

import dev.parley.platform.settings.BadSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param deadline how long a turn may take, with all its attempts
 * @param concurrency how many turns run at once in one replica
 * @param maxSteps how often the model may ask for tools in one turn
 * @param approvalTimeout how long somebody has to decide about a tool call ({@code APPROVAL_TIMEOUT})
 * @param keepResults how long it is known what a turn came to: longer than its work, which may be sent again or replayed
 */
@ConfigurationProperties("parley.agent.turn")
record TurnSettings(Duration deadline, int concurrency, int maxSteps, Duration approvalTimeout, Duration keepResults) {
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    /** As long as streams are kept. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** @throws BadSetting for a time that nobody could decide in, or that outlives the turn's stream */
    TurnSettings {
        if (approvalTimeout.compareTo(SHORTEST) < 0 || approvalTimeout.compareTo(LONGEST) > 0) {
            throw BadSetting.value("APPROVAL_TIMEOUT", approvalTimeout.toString(), "10s to 24h");
        }
    }
}
