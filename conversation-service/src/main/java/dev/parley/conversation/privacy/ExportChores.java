package dev.parley.conversation.privacy;

import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Drops files that nobody can fetch any more. */
@Component
@AcrossTenants("time passes for everybody")
class ExportChores {
    private static final Logger log = LoggerFactory.getLogger(ExportChores.class);

    private final Exports exports;

    ExportChores(Exports exports) {
        this.exports = exports;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void clean() {
        try (TenantScope _ = TenantScope.everyone()) {
            int dropped = exports.dropExpired();
            log.debug("{} exports were past their time", dropped);
        }
    }
}
