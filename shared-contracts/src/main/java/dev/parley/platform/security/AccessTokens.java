package dev.parley.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.JWTProcessor;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
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
    private final JWTProcessor<SecurityContext> processor;
    private final Clock clock;

    AccessTokens(TokenSettings settings, JWKSource<SecurityContext> keys, Clock clock) {
        this.processor = OwnTokens.processor(settings, keys, clock);
        this.clock = clock;
    }

    /** The token, if it was verified a moment ago and is still good. */
    public Optional<AccessToken> known(String token) {
        return Optional.ofNullable(verified.getIfPresent(token))
                .filter(seen -> seen.expiresAt().isAfter(clock.instant()));
    }

    /** @throws ProblemException 401 for whatever is not a good access token of ours, 503 while the keys cannot be had */
    public AccessToken verify(String token) {
        return known(token).orElseGet(() -> {
            AccessToken read = read(token);
            verified.put(token, read);
            return read;
        });
    }

    private AccessToken read(String token) {
        if (token.length() > MAX_LENGTH) {
            throw invalid(null);
        }
        try {
            return AccessToken.of(processor.process(token, null));
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

    static ProblemException invalid(@Nullable Exception why) {
        return new ProblemException(ProblemCode.INVALID_TOKEN, "The access token is not valid, or not any more.", why);
    }
}
