package dev.parley.agent.knowledge.text;

import dev.parley.agent.knowledge.text.UnusableDocument.Reason;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads text as it is: UTF-8, or UTF-16 when it says so; else Windows-1252, if that gives letters. */
final class PlainText {
    private static final int LONGEST_CHARACTER = 4;

    private PlainText() {}

    /**
     * @param cutOff whether the last character may be incomplete
     * @throws UnusableDocument when it is no text
     */
    static String decode(byte[] bytes, boolean cutOff) {
        String text = bom(bytes);
        if (text == null) {
            text = utf8(bytes, cutOff);
        }
        if (text == null) {
            text = new String(bytes, Charset.forName("windows-1252"));
        }
        if (!isText(text)) {
            throw new UnusableDocument(Reason.UNSUPPORTED_TYPE);
        }
        return text;
    }

    private static @Nullable String bom(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        return null;
    }

    private static @Nullable String utf8(byte[] bytes, boolean cutOff) {
        int fewest = cutOff ? Math.max(0, bytes.length - LONGEST_CHARACTER + 1) : bytes.length;
        String text = null;
        for (int length = bytes.length; length >= fewest && text == null; length--) {
            text = utf8(bytes, length);
        }
        return text != null && text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static @Nullable String utf8(byte[] bytes, int length) {
        try {
            CharBuffer text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, length));
            return text.toString();
        } catch (CharacterCodingException noUtf8) {
            return null;
        }
    }

    /** No control characters but those of layout. */
    private static boolean isText(String text) {
        return text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f')
                && text.indexOf('\u007f') < 0;
    }
}
