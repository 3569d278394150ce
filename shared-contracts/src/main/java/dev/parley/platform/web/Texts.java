package dev.parley.platform.web;

import dev.parley.platform.text.Storable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonFactory;

/** Finds texts of requests that cannot be kept. */
final class Texts {
    private static final JsonFactory JSON = new JsonFactory();

    private Texts() {}

    /** The path of the first bad text of a JSON document; empty when there is none, or when it is no JSON at all. */
    static Optional<String> firstBad(byte[] json) {
        if (!Storable.isSuspicious(json)) {
            return Optional.empty();
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            return firstBad(parser);
        } catch (JacksonException noJson) {
            // Whoever reads the body for its contents says what is wrong with it, and where.
            return Optional.empty();
        }
    }

    private static Optional<String> firstBad(JsonParser parser) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME;
            if (text && !Storable.isStorable(parser.getString())) {
                return Optional.of(path(parser.streamReadContext()));
            }
        }
        return Optional.empty();
    }

    private static String path(@Nullable TokenStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        String parent = path(context.getParent());
        if (context.inArray()) {
            return parent + "[" + context.getCurrentIndex() + "]";
        }
        return parent.isEmpty() ? context.currentName() : parent + "." + context.currentName();
    }
}
