package dev.parley.platform.cache;

import dev.parley.platform.settings.BadSetting;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.util.unit.DataSize;

/**
 * What holds for all caches.
 *
 * @param timeToLive of answers whose cache says nothing else; a bare number is seconds
 * @param nearby how much of each cache this process keeps
 * @param claim how long a replica that is silent is believed to be asking
 * @param patience how long another replica's answer is waited for
 */
@ConfigurationProperties("parley.cache")
public record CacheSettings(
        @DurationUnit(ChronoUnit.SECONDS) Duration timeToLive, DataSize nearby, Duration claim, Duration patience) {
    public CacheSettings {
        if (timeToLive.isNegative()) {
            throw BadSetting.value(
                    "CACHE_TTL", timeToLive.toString(), "a number of seconds, or a duration such as 10m");
        }
    }
}
