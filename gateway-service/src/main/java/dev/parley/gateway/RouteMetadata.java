package dev.parley.gateway;

/** What a route carries besides its id, for those who handle its requests. */
public final class RouteMetadata {

    /** The name of the service it leads to. */
    public static final String SERVICE = "service";

    /** Whether its answers may take as long as they like. */
    public static final String STREAM = "stream";

    /** The bytes a request's body may have, where the general limit does not fit. */
    public static final String MAX_BODY_BYTES = "max-body-bytes";

    /** A {@link RouteAccess}: who may take it. */
    public static final String ACCESS = "access";

    /** The {@link RouteLimit} its POSTs count against, where there is one. */
    public static final String LIMIT = "limit";

    private RouteMetadata() {}
}
