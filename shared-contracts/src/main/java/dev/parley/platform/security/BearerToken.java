package dev.parley.platform.security;

/** An access token as it stands in a request. */
public final class BearerToken {
    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** What stands behind {@code Bearer}. @throws ProblemException 401 for another scheme */
    public static String in(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw AccessTokens.invalid(null);
        }
        return authorization.substring(SCHEME.length()).strip();
    }
}
