package dev.parley.agent.knowledge.text;

import dev.parley.agent.knowledge.text.UnusableDocument.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Tells what a file is by what is in it. Its name only tells Markdown from other text. */
public final class DocumentTypes {
    /** How much of a file's beginning is wanted. */
    public static final int BEGINNING = 64 * 1024;

    private static final int PDF_WITHIN = 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final Pattern HTML =
            Pattern.compile("<(?:!doctype\\s+html|html|head|body)\\b", Pattern.CASE_INSENSITIVE);

    private DocumentTypes() {}

    /**
     * @param beginning the file's first bytes, as many as {@link #BEGINNING} if it has them
     * @param name what the client calls it; perhaps empty
     * @throws UnusableDocument when it is nothing that can be read
     */
    public static DocumentType of(byte[] beginning, String name) {
        if (isPdf(beginning)) {
            return DocumentType.PDF;
        }
        if (startsWith(beginning, OLE2)) {
            return refuseOle(name);
        }
        if (startsWith(beginning, ZIP)) {
            return docx(beginning);
        }
        return text(PlainText.decode(beginning, true), name.toLowerCase(Locale.ROOT));
    }

    private static boolean isPdf(byte[] bytes) {
        int within = Math.min(bytes.length, PDF_WITHIN);
        return new String(bytes, 0, within, StandardCharsets.ISO_8859_1).contains("%PDF-");
    }

    /** Office's old container holds old formats, and new ones that are encrypted. */
    private static DocumentType refuseOle(String name) {
        boolean encrypted = name.toLowerCase(Locale.ROOT).endsWith(".docx");
        throw new UnusableDocument(encrypted ? Reason.ENCRYPTED_DOCUMENT : Reason.UNSUPPORTED_TYPE);
    }

    /** A Word document says so in one of its first entries. */
    private static DocumentType docx(byte[] beginning) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(beginning))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("word/") || namesWord(entry, zip)) {
                    return DocumentType.DOCX;
                }
            }
        } catch (IOException endsInTheMiddle) {
            throw new UnusableDocument(Reason.UNSUPPORTED_TYPE, endsInTheMiddle);
        }
        throw new UnusableDocument(Reason.UNSUPPORTED_TYPE);
    }

    private static boolean namesWord(ZipEntry entry, InputStream content) throws IOException {
        return entry.getName().equals("[Content_Types].xml")
                && new String(content.readNBytes(BEGINNING), StandardCharsets.UTF_8).contains("wordprocessingml");
    }

    private static DocumentType text(String beginning, String name) {
        if (HTML.matcher(markup(beginning)).lookingAt()) {
            return DocumentType.HTML;
        }
        return name.endsWith(".md") || name.endsWith(".markdown") ? DocumentType.MD : DocumentType.TXT;
    }

    /** What comes behind declarations and comments. */
    private static String markup(String text) {
        String rest = text.strip();
        while (rest.startsWith("<?") || rest.startsWith("<!--")) {
            String end = rest.startsWith("<?") ? "?>" : "-->";
            int at = rest.indexOf(end);
            rest = at < 0 ? "" : rest.substring(at + end.length()).strip();
        }
        return rest;
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }
}
