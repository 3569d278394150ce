package dev.parley.gateway;

/**
 * The order in which a request passes the gateway's own filters: what is written down about a request stands outside of what may refuse it, so
 * that a refusal too has its id, its headers and its line in the log.
 */
public final class FilterOrder {

    public static final int CORRELATION = -1000;
    public static final int ACCESS_LOG = -900;
    public static final int SECURITY_HEADERS = -800;
    public static final int PROBLEMS = -700;
    public static final int HTTPS = -650;
    public static final int PATHS = -600;
    public static final int TRAILING_SLASH = -550;
    public static final int CORS = -500;

    private FilterOrder() {}
}
