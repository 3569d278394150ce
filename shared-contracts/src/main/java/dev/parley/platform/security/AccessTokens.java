package dev.parley.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies access tokens. One that was verified a moment ago is known again, since a signature costs more than all else about
 * a small request. Thread-safe; {@link #verify} may wait for the issuer's keys, {@link #known} never waits.
 */
public final class AccessTokens {
    private static final int MAX_LENGTH = 8 * 1024;
    private static final int REMEMBERED = 10_000;

    /** A key that was taken back is not accepted for longer than this. */
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);

    private final Cache<String, AccessToken> verified = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();
    private final TokenReader own;
    private final Map<String, TokenReader> foreign;
    private final Revocations revocations;
    private final Clock clock;

    AccessTokens(TokenSettings settings, JWKSource<SecurityContext> keys, Clock clock) {
        this(settings, keys, Map.of(), new Revocations(clock), clock);
    }

    /**
     * Verifies those of ours, and others'.
     *
     * @param foreign who else's tokens are good, by what they say as {@code iss}
     * @param revocations whose are not, before they expire
     */
    AccessTokens(
            TokenSettings settings,
            JWKSource<SecurityContext> keys,
            Map<String, TokenReader> foreign,
            Revocations revocations,
            Clock clock) {
        this.own = new OwnTokens(settings, keys, clock);
        this.foreign = Map.copyOf(foreign);
        this.revocations = revocations;
        this.clock = clock;
    }

    /** The token, if it was verified a moment ago and is still good. */
    public Optional<AccessToken> known(String token) {
        return seen(token)
                .filter(seen ->
                        !revocations.isLocked(seen) && !revocations.hasEnded(seen) && !revocations.isErased(seen));
    }

    /**
     * The token, if it is a good one.
     *
     * @throws ProblemException 401 for whatever is not, 403 while its account is locked, 503 while its issuer's keys cannot be had
     */
    public AccessToken verify(String token) {
        AccessToken read = verifyEvenErased(token);
        if (revocations.isErased(read)) {
            throw invalid(null);
        }
        return read;
    }

    /**
     * The same for a call that may be repeated by somebody who was erased.
     *
     * @throws ProblemException as {@link #verify} does
     */
    AccessToken verifyEvenErased(String token) {
        AccessToken read = seen(token).orElseGet(() -> {
            AccessToken fresh = read(token);
            verified.put(token, fresh);
            return fresh;
        });
        if (revocations.isLocked(read)) {
            throw new ProblemException(ProblemCode.ACCOUNT_LOCKED, "This account is locked.");
        }
        if (revocations.hasEnded(read)) {
            throw invalid(null);
        }
        return read;
    }

    private Optional<AccessToken> seen(String token) {
        return Optional.ofNullable(verified.getIfPresent(token))
                .filter(seen -> seen.expiresAt().isAfter(clock.instant()));
    }

    private AccessToken read(String token) {
        if (token.length() > MAX_LENGTH) {
            throw invalid(null);
        }
        try {
            JWT parsed = JWTParser.parse(token);
            return readerOf(parsed).read(parsed);
        } catch (BadJOSEException | ParseException | IllegalArgumentException notOurs) {
            throw invalid(notOurs);
        } catch (KeySourceException noKeys) {
            throw new ProblemException(
                            ProblemCode.DEPENDENCY_UNAVAILABLE, "Tokens cannot be verified at the moment.", noKeys)
                    .retryAfter(Duration.ofSeconds(2));
        } catch (JOSEException notVerifiable) {
            throw invalid(notVerifiable);
        }
    }

    /** What a token says of itself chooses whose keys it is tried with, never a key or an address that was not configured. */
    private TokenReader readerOf(JWT token) throws ParseException {
        JWTClaimsSet claims = token.getJWTClaimsSet();
        String issuer = claims == null ? null : claims.getIssuer();
        return issuer == null ? own : foreign.getOrDefault(issuer, own);
    }

    static ProblemException invalid(@Nullable Exception why) {
        return new ProblemException(ProblemCode.INVALID_TOKEN, "The access token is not valid, or not any more.", why);
    }
}
