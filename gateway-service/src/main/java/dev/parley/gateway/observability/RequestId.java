package dev.parley.gateway.observability;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a request: the client's, when it is short and visible ASCII, else a new one. */
final class RequestId {

    private static final Pattern GOOD = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private RequestId() {}

    static String from(@Nullable String sent) {
        return sent != null && GOOD.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
    }
}
