package dev.parley.system.load;

import dev.parley.system.visitor.Json;
import dev.parley.system.visitor.Question;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question with the key under which it may be repeated. */
record Asked(String message, String model, @Nullable String conversation, String key) {
    static Asked of(String message, String model, @Nullable String conversation) {
        return new Asked(message, model, conversation, UUID.randomUUID().toString());
    }

    String json() {
        Question question = Question.of(message).toModel(model);
        return Json.write((conversation == null ? question : question.in(conversation)).fields());
    }
}
