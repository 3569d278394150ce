package dev.parley.platform.security;

/** An access token as it stands in a request. */
public final class BearerToken {
    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** Whether there is one. */
    public static boolean isIn(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** What stands behind {@code Bearer}. @throws ProblemException 401 for another scheme */
    public static String in(String authorization) {
        if (!isIn(authorization)) {
            throw AccessTokens.invalid(null);
        }
        return authorization.substring(SCHEME.length()).strip();
    }
}
