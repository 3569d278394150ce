package dev.parley.conversation.conversation;

import dev.parley.platform.messaging.WireJson;
import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** A value kept as JSON. */
abstract class JsonColumn<T> implements AttributeConverter<T, String> {
    private final TypeReference<T> type;

    JsonColumn(TypeReference<T> type) {
        this.type = type;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable T value) {
        return value == null ? null : WireJson.mapper().writeValueAsString(value);
    }

    @Override
    public @Nullable T convertToEntityAttribute(@Nullable String json) {
        return json == null ? null : WireJson.mapper().readValue(json, type);
    }
}
