package dev.parley.agent.turn;

import dev.parley.platform.work.WorkKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kind of work that a turn is. */
@Configuration(proxyBeanMethods = false)
class TurnWork {
    static final String KIND = "turn";
    private static final int MAX_FAILURES = 5;

    @Bean
    WorkKind turnKind(TurnSettings settings) {
        return new WorkKind(KIND, settings.deadline(), MAX_FAILURES, settings.concurrency());
    }
}
