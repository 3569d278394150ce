package dev.parley.platform.text;

import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Tells and takes out of texts what cannot be kept: U+0000, which PostgreSQL refuses, and halves of surrogate pairs, which
 * cannot be written as UTF-8.
 */
public final class Storable {
    private static final JsonFactory JSON = new JsonFactory();

    private Storable() {}

    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i += lengthAt(text, i)) {
            if (isBadAt(text, i)) {
                return false;
            }
        }
        return true;
    }

    /** False when a JSON document surely has no such text; true when it must be looked at. */
    public static boolean isSuspicious(byte[] json) {
        return Suspicion.raisedBy(json);
    }

    /** The text without what cannot be kept. */
    public static String clean(String text) {
        if (isStorable(text)) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += lengthAt(text, i)) {
            if (!isBadAt(text, i)) {
                clean.append(text, i, i + lengthAt(text, i));
            }
        }
        return clean.toString();
    }

    /**
     * The JSON document with all its texts and names clean.
     *
     * @throws tools.jackson.core.JacksonException when it is none, if that was looked at
     */
    public static byte[] clean(byte[] json) {
        return isSuspicious(json) ? copied(json) : json;
    }

    private static byte[] copied(byte[] json) {
        var copy = new ByteArrayOutputStream(json.length);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json);
                JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), copy)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                copy(token, parser, generator);
            }
        }
        return copy.toByteArray();
    }

    private static void copy(JsonToken token, JsonParser parser, JsonGenerator generator) {
        switch (token) {
            case PROPERTY_NAME -> generator.writeName(clean(parser.currentName()));
            case VALUE_STRING -> generator.writeString(clean(parser.getString()));
            default -> generator.copyCurrentEventExact(parser);
        }
    }

    private static int lengthAt(String text, int place) {
        return Character.charCount(text.codePointAt(place));
    }

    private static boolean isBadAt(String text, int place) {
        char c = text.charAt(place);
        return c == '\0' || (Character.isSurrogate(c) && lengthAt(text, place) == 1);
    }
}
