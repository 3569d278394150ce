package dev.parley.agent.knowledge.text;

import dev.parley.agent.knowledge.text.UnusableDocument.Reason;
import dev.parley.platform.messaging.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * What {@link IsolatedReader} starts: reads a document of the type that its argument names from standard input, and writes to
 * standard output what it has found, as JSON.
 */
public final class ReaderMain {
    private ReaderMain() {}

    /**
     * What came of it: one of both is there.
     *
     * @param reason why there is no text to be had; empty when there is
     */
    public record Found(List<Block> blocks, String reason) {
        static Found unusable(Reason reason) {
            return new Found(List.of(), reason.name());
        }
    }

    public static void main(String[] arguments) throws IOException {
        OutputStream out = System.out;
        // Libraries that log what they find would write between.
        System.setOut(System.err);
        run(DocumentType.of(arguments[0]), System.in, out);
    }

    static void run(DocumentType type, InputStream in, OutputStream out) throws IOException {
        out.write(WireJson.write(read(type, in.readAllBytes())));
        out.flush();
    }

    private static Found read(DocumentType type, byte[] file) {
        try {
            return new Found(DocumentReaders.read(type, file), "");
        } catch (UnusableDocument e) {
            return Found.unusable(e.reason());
        } catch (StackOverflowError tooDeep) {
            return Found.unusable(Reason.CORRUPT_DOCUMENT);
        }
    }
}
