package dev.parley.conversation.conversation;

import dev.parley.contracts.turn.ToolCallRecord;
import jakarta.persistence.Converter;
import java.util.List;
import tools.jackson.core.type.TypeReference;

@Converter
class ToolCallsColumn extends JsonColumn<List<ToolCallRecord>> {
    ToolCallsColumn() {
        super(new TypeReference<>() {});
    }
}
