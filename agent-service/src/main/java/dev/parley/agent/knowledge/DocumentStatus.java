package dev.parley.agent.knowledge;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a document is on its way in. Only one that is ready is searched. */
enum DocumentStatus {
    QUEUED,
    PROCESSING,
    READY,
    FAILED;

    /** Its name in JSON and in the table. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DocumentStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
