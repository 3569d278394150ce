package dev.parley.testing.web;

import org.springframework.http.HttpMethod;

/** One method of one path, its variables in braces. */
record Call(HttpMethod method, String path) implements Comparable<Call> {
    private static final String WITHIN = "/internal/";

    /** Where the container leads what failed. */
    private static final String ERROR = "/error";

    /** Whether only services call it, or only their own container. */
    boolean isInternal() {
        return path.startsWith(WITHIN) || path.equals(ERROR);
    }

    /** A path that it could be asked by. */
    String asked() {
        return path.replaceAll("\\{[^}]*}", "x");
    }

    @Override
    public int compareTo(Call other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return path + " " + method;
    }
}
