package dev.parley.gateway.upstream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a service answered to the gateway itself, and after how long. */
public record Answer(int status, byte[] body, Duration took) {

    public boolean ok() {
        return status == 200;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
