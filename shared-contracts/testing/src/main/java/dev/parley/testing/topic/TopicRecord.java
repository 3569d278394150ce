package dev.parley.testing.topic;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record as it lies on the log, with its headers as text. */
public record TopicRecord(ConsumerRecord<String, byte[]> raw) {

    public @Nullable String key() {
        return raw.key();
    }

    public int partition() {
        return raw.partition();
    }

    public long offset() {
        return raw.offset();
    }

    /** Empty for a tombstone. */
    public byte[] body() {
        byte[] value = raw.value();
        return value == null ? new byte[0] : value;
    }

    public String text() {
        return new String(body(), StandardCharsets.UTF_8);
    }

    /** The last one of this name. */
    public @Nullable String header(String name) {
        return headers().get(name);
    }

    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : raw.headers()) {
            byte[] value = header.value();
            headers.put(header.key(), value == null ? "" : new String(value, StandardCharsets.UTF_8));
        }
        return headers;
    }

    /** For messages of failed tests: short enough to read. */
    @Override
    public String toString() {
        String text = text();
        String start = text.length() > 200 ? text.substring(0, 200) + "…" : text;
        return "%s-%d@%d %s %s %s".formatted(raw.topic(), partition(), offset(), key(), headers(), start);
    }
}
