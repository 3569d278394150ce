package dev.parley.conversation.identity;

import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Drops what is of no use any more. */
@Component
@AcrossTenants("time passes for everybody")
class IdentityChores {
    /** Longer than clocks differ and copies of keys are kept. */
    private static final Duration AFTERWARDS = Duration.ofHours(1);

    private final SignIns signIns;
    private final SigningKeys keys;
    private final Attempts attempts;
    private final EmailTokens emailTokens;
    private final Duration accessTokenLifetime;

    IdentityChores(
            SignIns signIns, SigningKeys keys, Attempts attempts, EmailTokens emailTokens, IdentitySettings settings) {
        this.signIns = signIns;
        this.keys = keys;
        this.attempts = attempts;
        this.emailTokens = emailTokens;
        this.accessTokenLifetime = settings.accessTokenLifetime();
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void clean() {
        try (TenantScope _ = TenantScope.everyone()) {
            signIns.clean();
            emailTokens.clean();
        }
        attempts.clean();
        keys.dropFollowed(accessTokenLifetime.plus(AFTERWARDS));
    }
}
