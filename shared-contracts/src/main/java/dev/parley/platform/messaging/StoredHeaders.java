package dev.parley.platform.messaging;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Headers as JSON: in their order, names may come twice, values in base64. */
final class StoredHeaders {
    private record StoredHeader(String name, byte @Nullable [] value) {}

    private StoredHeaders() {}

    static byte[] write(Headers headers) {
        return WireJson.write(Stream.of(headers.toArray())
                .map(header -> new StoredHeader(header.key(), header.value()))
                .toList());
    }

    static Headers read(byte[] json) {
        List<StoredHeader> stored = WireJson.mapper().readValue(json, new TypeReference<>() {});
        return new RecordHeaders(stored.stream()
                .<Header>map(header -> new RecordHeader(header.name(), header.value()))
                .toList());
    }
}
