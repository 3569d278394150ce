package dev.parley.platform.security;

import dev.parley.contracts.id.Principal;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.tenant.TenantScope;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Tells who calls, from what a request brings along, and lets its thread see their rows. Thread-safe. */
public final class Callers {
    /** The request attribute that tells the access log what kind of caller it was. */
    public static final String KIND_ATTRIBUTE = Callers.class.getName() + ".kind";

    /** The request attribute of a call that is {@link EvenErased}. */
    static final String EVEN_ERASED_ATTRIBUTE = Callers.class.getName() + ".evenErased";

    private static final String AUTHORIZATION = "Authorization";
    static final String SESSION_HEADER = "X-Session-Id";
    static final String SESSION_PARAMETER = "session_id";
    private static final int MAX_LENGTH = 128;

    private final int minLength;
    private final boolean guests;
    private final AccessTokens tokens;

    /**
     * @param minLength of a session id; more than one character where guessing must be hopeless
     * @param guests whether a session id will do at all
     */
    public Callers(int minLength, boolean guests, AccessTokens tokens) {
        this.minLength = minLength;
        this.guests = guests;
        this.tokens = tokens;
    }

    /** From the headers and the query. @throws ProblemException 401 without valid credentials, 422 for a bad session id */
    public Caller of(HttpServletRequest request) {
        return of(request, null);
    }

    /**
     * For requests whose body may name the session, which then wins over header and query.
     *
     * @throws ProblemException 401 without valid credentials, 422 for a bad session id
     */
    public Caller of(HttpServletRequest request, @Nullable String sessionIdInBody) {
        if (request.getHeader(AUTHORIZATION) != null) {
            return userOf(request);
        }
        String sessionId = sessionIdInBody != null ? sessionIdInBody : sessionIdOf(request);
        if (!guests) {
            throw new ProblemException(ProblemCode.CREDENTIALS_REQUIRED, "Sign in, and send an access token.");
        }
        if (sessionId == null) {
            throw new ProblemException(
                    ProblemCode.CREDENTIALS_REQUIRED,
                    "Send an access token, or a session id as session_id or in " + SESSION_HEADER + ".");
        }
        Caller caller = session(sessionId);
        TenantScope.enter(caller.principal());
        request.setAttribute(KIND_ATTRIBUTE, "session");
        return caller;
    }

    /** For what only people who are signed in may do. @throws ProblemException 401 without a valid access token */
    public Caller.User userOf(HttpServletRequest request) {
        String header = request.getHeader(AUTHORIZATION);
        if (header == null) {
            throw new ProblemException(ProblemCode.CREDENTIALS_REQUIRED, "Sign in, and send an access token.");
        }
        Caller.User user = Caller.User.of(verified(request, BearerToken.in(header)));
        TenantScope.enter(user.principal());
        request.setAttribute(KIND_ATTRIBUTE, "user");
        return user;
    }

    private AccessToken verified(HttpServletRequest request, String token) {
        return request.getAttribute(EVEN_ERASED_ATTRIBUTE) == null
                ? tokens.verify(token)
                : tokens.verifyEvenErased(token);
    }

    /** The visitor with this session id. @throws ProblemException 422 when it is too short or too long */
    public Caller.Session session(String sessionId) {
        if (sessionId.length() < minLength || sessionId.length() > MAX_LENGTH) {
            throw ProblemException.invalidField(
                    SESSION_PARAMETER, "must have " + minLength + " to " + MAX_LENGTH + " characters");
        }
        return new Caller.Session(new Principal(Principal.Kind.SESSION, sha256(sessionId)));
    }

    private static @Nullable String sessionIdOf(HttpServletRequest request) {
        String header = request.getHeader(SESSION_HEADER);
        return header != null ? header : request.getParameter(SESSION_PARAMETER);
    }

    private static String sha256(String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJreHasIt) {
            throw new IllegalStateException(everyJreHasIt);
        }
    }
}
