package dev.parley.conversation.conversation;

import dev.parley.contracts.turn.Citation;
import jakarta.persistence.Converter;
import java.util.List;
import tools.jackson.core.type.TypeReference;

@Converter
class CitationsColumn extends JsonColumn<List<Citation>> {
    CitationsColumn() {
        super(new TypeReference<>() {});
    }
}
