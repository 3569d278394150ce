package dev.parley.platform.security;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom a token must come from and be for, and when. Times go by a clock that is given. */
final class TimedClaims extends DefaultJWTClaimsVerifier<SecurityContext> {
    /** By which the clocks of two machines may differ. */
    private static final int SKEW_SECONDS = 30;

    private final Clock clock;

    /** @param required claims that must be there; {@code iat} has to be one of them */
    TimedClaims(String issuer, String audience, Set<String> required, Clock clock) {
        super(audience, new JWTClaimsSet.Builder().issuer(issuer).build(), required);
        this.clock = clock;
        setMaxClockSkew(SKEW_SECONDS);
    }

    @Override
    protected Date currentTime() {
        return Date.from(clock.instant());
    }

    @Override
    public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) throws BadJWTException {
        super.verify(claims, context);
        if (claims.getIssueTime().toInstant().isAfter(clock.instant().plusSeconds(SKEW_SECONDS))) {
            throw new BadJWTException("issued in the future");
        }
    }
}
