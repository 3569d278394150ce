package dev.parley.platform.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.platform.text.Storable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of events: snake_case, what is absent is left out, what is unknown is ignored. Thread-safe. */
public final class WireJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private WireJson() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /**
     * Texts are as they can be kept: whoever stores what was read need not look at them again.
     *
     * @throws UnreadableEvent when the bytes are no JSON of this type, or lack what it must have
     */
    public static <T> T read(byte[] json, Class<T> type) {
        return type.cast(read(json, MAPPER.constructType(type)));
    }

    /** As {@link #read(byte[], Class)}, for a type with parameters. */
    public static Object read(byte[] json, JavaType type) {
        Object value;
        try {
            value = MAPPER.readValue(Storable.clean(json), type);
        } catch (JacksonException e) {
            throw new UnreadableEvent(e.getOriginalMessage(), e);
        }
        if (value == null) {
            throw new UnreadableEvent("the body is null", null);
        }
        RequiredComponents.check(value);
        return value;
    }
}
