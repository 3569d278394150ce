package dev.parley.chat.openai;

import dev.parley.platform.problem.ProblemException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the text of a message, which is one, or in parts. */
final class TextContent {
    private static final Set<String> TEXTS = Set.of("text", "input_text", "output_text");

    private TextContent() {}

    /** @throws ProblemException 400 for a part that is no text, 422 for what is neither text nor parts */
    static String read(@Nullable JsonNode content, String field) {
        if (content == null || content.isNull()) {
            return "";
        }
        if (content.isString()) {
            return content.asString();
        }
        if (!content.isArray()) {
            throw ProblemException.invalidField(field, "must be a text or a list of parts");
        }
        var text = new StringBuilder();
        for (int i = 0; i < content.size(); i++) {
            text.append(part(content.get(i), field + "[" + i + "]"));
        }
        return text.toString();
    }

    private static String part(JsonNode part, String field) {
        String type = part.path("type").asString("");
        if (type.equals("refusal")) {
            return part.path("refusal").asString("");
        }
        if (!TEXTS.contains(type)) {
            throw Unsupported.value(field + ".type", "must be text: images, audio and files are not supported");
        }
        JsonNode text = part.path("text");
        if (!text.isString()) {
            throw ProblemException.invalidField(field + ".text", "must be a text");
        }
        return text.asString();
    }
}
