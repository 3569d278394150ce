package dev.parley.platform.time;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The real clock and the real ids, unless a test brings its own. */
@AutoConfiguration
public class TimeAutoConfiguration {
    /** In microseconds, as PostgreSQL keeps them: what is answered at once is what is read later. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Bean
    @ConditionalOnMissingBean
    IdSource idSource() {
        return UuidCreator::getTimeOrderedEpoch;
    }
}
