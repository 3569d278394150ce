package dev.parley.platform.problem;

import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;

/** Parameters are parsed when they are first read, so that a query Tomcat cannot decode surfaces within our code. */
final class TomcatRefusal {
    private TomcatRefusal() {}

    static Optional<Integer> status(Throwable failure) {
        return failure instanceof InvalidParameterException invalid
                ? Optional.of(invalid.getErrorCode())
                : Optional.empty();
    }
}
