package dev.parley.location.lookup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.location.LocationCommand;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.EventTypes;
import dev.parley.platform.messaging.Received;
import dev.parley.platform.messaging.WireJson;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A command as the work holds it: its wire type in the first line, then its JSON as it came. */
final class LookupPayload {
    private static final byte END_OF_TYPE = '\n';

    private LookupPayload() {}

    static byte[] pack(Received<LocationCommand> received) {
        byte[] type = received.type().getBytes(US_ASCII);
        return ByteBuffer.allocate(type.length + 1 + received.body().length)
                .put(type)
                .put(END_OF_TYPE)
                .put(received.body())
                .array();
    }

    /** @throws IllegalStateException when it was packed by a release that knew another type */
    static LocationCommand unpack(byte[] payload) {
        int end = 0;
        while (end < payload.length && payload[end] != END_OF_TYPE) {
            end++;
        }
        String type = new String(payload, 0, end, US_ASCII);
        Class<? extends Event> known = EventTypes.find(Topic.LOCATION_REQUESTS, type);
        if (known == null) {
            throw new IllegalStateException("No lookup of type " + type + " is known");
        }
        byte[] body = Arrays.copyOfRange(payload, end + 1, payload.length);
        return (LocationCommand) WireJson.read(body, known);
    }
}
