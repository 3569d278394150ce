package dev.parley.chat.stream;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** How long a stream may be silent until a comment tells that it lives, and that its reader does. */
@Component
public final class StreamKeepAlive {
    private final Duration interval;

    StreamKeepAlive(StreamSettings settings) {
        this.interval = settings.keepAlive();
    }

    public Duration interval() {
        return interval;
    }
}
