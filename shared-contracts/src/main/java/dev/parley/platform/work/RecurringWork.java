package dev.parley.platform.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * Work that comes again and again. As a bean of a service with handlers: each due time becomes one item, whichever replica
 * is first; of the times that passed while none was up, only the last does.
 *
 * @param name of this work in this service, for good
 * @param cron six fields, as Spring's {@link CronExpression} reads them
 * @param zone whose clock is meant
 */
public record RecurringWork(
        String name, String kind, String lane, String tenant, String cron, ZoneId zone, byte[] payload) {

    private static final List<Duration> LOOKS_BACK =
            List.of(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(31));

    /** @throws IllegalArgumentException when the cron expression is none, or never comes */
    public RecurringWork {
        if (name.isBlank() || next(cron, zone, Instant.EPOCH) == null) {
            throw new IllegalArgumentException(
                    "recurring work needs a name and a time: '%s', %s".formatted(name, cron));
        }
    }

    /** The item of a due time: the same one from whoever puts it. */
    NewWork at(Instant time) {
        UUID id = UUID.nameUUIDFromBytes((name + " at " + time).getBytes(UTF_8));
        return new NewWork(id, kind, lane, tenant, payload, null, null, null);
    }

    /** The last time from a due one on that is not after now; found from nearby, however long ago the due one is. */
    static Instant last(String cron, ZoneId zone, Instant due, Instant now) {
        Instant last = due;
        for (Duration back : LOOKS_BACK) {
            Instant near = next(cron, zone, now.minus(back));
            if (now.minus(back).isAfter(due) && near != null && !near.isAfter(now)) {
                last = near;
                break;
            }
        }
        for (Instant next = next(cron, zone, last); next != null && !next.isAfter(now); next = next(cron, zone, last)) {
            last = next;
        }
        return last;
    }

    static @Nullable Instant next(String cron, ZoneId zone, Instant after) {
        ZonedDateTime next = CronExpression.parse(cron).next(after.atZone(zone));
        return next == null ? null : next.toInstant();
    }
}
