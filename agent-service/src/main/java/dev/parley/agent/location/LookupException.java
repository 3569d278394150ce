package dev.parley.agent.location;

/** There is no answer to a question about places. */
public final class LookupException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    public LookupException(String code, String detail) {
        super(detail);
        this.code = code;
    }

    /**
     * A stable name: {@code lookup_timeout} when nobody answered in time, {@code lookup_unavailable} when the question could
     * not be asked, or the answerer's own, such as {@code provider_failed}.
     */
    public String code() {
        return code;
    }

    /** A sentence for people and models. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
