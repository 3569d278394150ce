package dev.parley.gateway.limit;

import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How much is taken in; 0 is no limit.
 *
 * @param perMinute requests of one caller. Without this limit there is none of turns, tools and log-ins either
 * @param turnsPerMinute turns that one caller starts
 * @param toolsPerMinute messages of one caller about tools, outside of turns
 * @param authPerMinute tries with credentials from one address
 * @param guestsPerMinute requests of all callers without a token together; not given: a limit in production, none elsewhere
 * @param allPerMinute requests of everybody together
 * @param streamsPerCaller answers that one caller has open at once, at this gateway
 */
@ConfigurationProperties("parley.gateway.limit")
@Validated
record RateSettings(
        @PositiveOrZero int perMinute,
        @PositiveOrZero int turnsPerMinute,
        @PositiveOrZero int toolsPerMinute,
        @PositiveOrZero int authPerMinute,
        @PositiveOrZero @Nullable Integer guestsPerMinute,
        @PositiveOrZero int allPerMinute,
        @PositiveOrZero int streamsPerCaller) {}
