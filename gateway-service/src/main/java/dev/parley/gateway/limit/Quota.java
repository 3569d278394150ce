package dev.parley.gateway.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/**
 * How much is taken in a minute, which begins with the first request: all of it is there again when the minute is over.
 *
 * @param name as clients see it
 * @param what is counted, in the words of a problem's detail
 */
record Quota(String name, int perMinute, String what) {

    static final Duration WINDOW = Duration.ofMinutes(1);

    BucketConfiguration configuration() {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(perMinute)
                        .refillIntervally(perMinute, WINDOW)
                        .build())
                .build();
    }
}
