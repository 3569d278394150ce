package dev.parley.chat.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * @param keepAlive how long a stream may be silent until a comment is written
 * @param bufferedEvents how many events a reader may lag behind the tail until its connection is closed
 * @param bufferedBytes the same, in bytes of their data
 * @param catchUpReaders how many readers may catch up with the log at once
 * @param catchUpPatience how long one may wait for its turn to
 */
@ConfigurationProperties("parley.chat.stream")
record StreamSettings(
        Duration keepAlive, int bufferedEvents, DataSize bufferedBytes, int catchUpReaders, Duration catchUpPatience) {
    BufferLimits bufferLimits() {
        return new BufferLimits(bufferedEvents, bufferedBytes.toBytes());
    }
}
