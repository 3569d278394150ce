package dev.parley.conversation.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.parley.platform.security.AccessToken;
import dev.parley.platform.security.Role;
import dev.parley.platform.security.TokenSettings;
import dev.parley.platform.time.IdSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes what clients get for a sign-in. */
@Component
class Tokens {
    private final TokenSigner signer;
    private final TokenSettings settings;
    private final IdSource ids;
    private final Clock clock;
    private final Duration lifetime;

    Tokens(TokenSigner signer, TokenSettings settings, IdentitySettings identity, IdSource ids, Clock clock) {
        this.signer = signer;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
        this.lifetime = identity.accessTokenLifetime();
    }

    TokenAnswer answer(Account account, UUID signIn, String refreshToken) {
        UserView user = UserView.of(account);
        return TokenAnswer.of(user, accessToken(user, signIn), refreshToken, lifetime.toSeconds());
    }

    /** With which a service acts for somebody who has asked for what takes longer than a request. It is of no sign-in. */
    String onBehalfOf(UUID user) {
        return accessToken(user, ids.next(), List.of(Role.USER.name().toLowerCase(Locale.ROOT)));
    }

    private String accessToken(UserView user, UUID signIn) {
        return accessToken(user.id(), signIn, user.roles());
    }

    private String accessToken(UUID user, UUID signIn, List<String> roles) {
        Instant now = clock.instant();
        return signer.sign(new JWTClaimsSet.Builder()
                .issuer(settings.issuer())
                .audience(settings.audience())
                .subject(user.toString())
                .jwtID(ids.next().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .claim(AccessToken.SESSION, signIn.toString())
                .claim(AccessToken.ROLES, roles)
                .build());
    }
}
