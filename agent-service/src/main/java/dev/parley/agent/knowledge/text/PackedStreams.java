package dev.parley.agent.knowledge.text;

import dev.parley.agent.knowledge.text.UnusableDocument.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Finds PDFs that unpack to more than a document has, before a library unpacks them into memory: each stream is unpacked here
 * and thrown away. A stream that is packed twice could hide how much it is, and no program makes such.
 */
final class PackedStreams {
    private static final byte[] KEYWORD = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern TWICE = Pattern.compile("/(?:FlateDecode|Fl)\\s*/(?:FlateDecode|Fl|LZWDecode|LZW)\\b"
            + "|/(?:LZWDecode|LZW)\\s*/(?:FlateDecode|Fl|LZWDecode|LZW)\\b");
    private static final long MOST_OF_ONE = 32L * 1024 * 1024;
    private static final long MOST = 200L * 1024 * 1024;

    private PackedStreams() {}

    /** @throws UnusableDocument when it is too much */
    static void check(byte[] pdf) {
        if (TWICE.matcher(new String(pdf, StandardCharsets.ISO_8859_1)).find()) {
            throw new UnusableDocument(Reason.DOCUMENT_TOO_LARGE);
        }
        long all = 0;
        for (int at = next(pdf, 0); at >= 0; at = next(pdf, at)) {
            all += unpacked(pdf, at);
            if (all > MOST) {
                throw new UnusableDocument(Reason.DOCUMENT_TOO_LARGE);
            }
        }
    }

    /** Where the bytes of the next stream begin; -1 when there is none. */
    private static int next(byte[] pdf, int from) {
        for (int at = from; at <= pdf.length - KEYWORD.length; at++) {
            if (pdf[at] == 's' && isKeyword(pdf, at)) {
                return skipEndOfLine(pdf, at + KEYWORD.length);
            }
        }
        return -1;
    }

    private static boolean isKeyword(byte[] pdf, int at) {
        return Arrays.equals(pdf, at, at + KEYWORD.length, KEYWORD, 0, KEYWORD.length);
    }

    private static int skipEndOfLine(byte[] pdf, int from) {
        int at = from;
        while (at < pdf.length && (pdf[at] == '\r' || pdf[at] == '\n')) {
            at++;
        }
        return at;
    }

    /** How much comes of it; nothing when it is not packed. */
    private static long unpacked(byte[] pdf, int from) {
        var inflater = new Inflater();
        try {
            inflater.setInput(pdf, from, pdf.length - from);
            byte[] thrownAway = new byte[64 * 1024];
            while (!inflater.finished() && inflater.inflate(thrownAway) > 0) {
                if (inflater.getBytesWritten() > MOST_OF_ONE) {
                    throw new UnusableDocument(Reason.DOCUMENT_TOO_LARGE);
                }
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException notPacked) {
            return inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }
}
