package dev.parley.conversation.conversation;

import dev.parley.contracts.turn.Usage;
import jakarta.persistence.Converter;
import tools.jackson.core.type.TypeReference;

@Converter
class UsageColumn extends JsonColumn<Usage> {
    UsageColumn() {
        super(new TypeReference<>() {});
    }
}
