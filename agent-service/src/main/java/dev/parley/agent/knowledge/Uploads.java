package dev.parley.agent.knowledge;

import dev.parley.agent.knowledge.text.DocumentType;
import dev.parley.agent.knowledge.text.DocumentTypes;
import dev.parley.agent.knowledge.text.UnusableDocument;
import dev.parley.agent.knowledge.text.UnusableDocument.Reason;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Looks at what comes before it is stored: one pass over it, whatever its size. */
final class Uploads {
    private Uploads() {}

    /** @throws ProblemException 415 for what cannot be read, 422 where there is surely no text in it */
    static NewDocument inspect(Upload upload) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(upload.content().open(), digest)) {
            byte[] beginning = in.readNBytes(DocumentTypes.BEGINNING);
            DocumentType type = type(beginning, upload);
            in.transferTo(OutputStream.nullOutputStream());
            return new NewDocument(upload.title(), type, upload.size(), digest.digest());
        }
    }

    private static DocumentType type(byte[] beginning, Upload upload) {
        try {
            DocumentType type = upload.type() == null ? DocumentTypes.of(beginning, upload.name()) : upload.type();
            if (isBlank(beginning, upload)) {
                throw new UnusableDocument(Reason.EMPTY_DOCUMENT);
            }
            return type;
        } catch (UnusableDocument e) {
            throw problem(e);
        }
    }

    private static boolean isBlank(byte[] beginning, Upload upload) {
        if (beginning.length < upload.size()) {
            return false;
        }
        for (byte b : beginning) {
            if (b < 0 || b > ' ') {
                return false;
            }
        }
        return true;
    }

    private static ProblemException problem(UnusableDocument e) {
        return e.reason() == Reason.UNSUPPORTED_TYPE
                ? new ProblemException(
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE, e.reason().detail(), e)
                : ProblemException.invalidField("file", e.reason().detail());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJreHasIt) {
            throw new IllegalStateException(everyJreHasIt);
        }
    }
}
