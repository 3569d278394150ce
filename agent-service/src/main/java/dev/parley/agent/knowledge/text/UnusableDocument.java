package dev.parley.agent.knowledge.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** There is no text to be had from a file, however often one tries. */
public final class UnusableDocument extends RuntimeException {
    /** Why: the constant in lower case is its name for clients. */
    public enum Reason {
        UNSUPPORTED_TYPE("The file is none of txt, md, html, pdf and docx."),
        ENCRYPTED_DOCUMENT("The document is encrypted: it can be read without its password only."),
        CORRUPT_DOCUMENT("The document is damaged and cannot be read."),
        EMPTY_DOCUMENT("There is no text in the document. Pictures of text are not read."),
        DOCUMENT_TOO_LARGE("There is more in the document than can be taken in: too many pages, or too much text."),
        DOCUMENT_TOO_SLOW("The document took too long to read.");

        private final String detail;

        Reason(String detail) {
            this.detail = detail;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String detail() {
            return detail;
        }
    }

    private final Reason reason;

    public UnusableDocument(Reason reason) {
        this(reason, null);
    }

    public UnusableDocument(Reason reason, @Nullable Throwable cause) {
        super(reason.detail(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
