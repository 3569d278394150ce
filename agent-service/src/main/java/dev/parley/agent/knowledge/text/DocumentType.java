package dev.parley.agent.knowledge.text;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can be read. */
public enum DocumentType {
    TXT,
    MD,
    HTML,
    PDF,
    DOCX;

    /** Its name in JSON and in the table. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DocumentType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
