package dev.parley.agent.knowledge.text;

import dev.parley.agent.knowledge.text.UnusableDocument.Reason;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of a PDF, page by page. A PDF knows no paragraphs: what looks like one is one. */
final class PdfReader implements DocumentReader {
    private static final int MOST_PAGES = 2_000;
    private static final Pattern BETWEEN = Pattern.compile("\\R[ \\t]*\\R\\s*");

    @Override
    public List<Block> read(byte[] file) {
        PackedStreams.check(file);
        var blocks = new Blocks();
        try (PDDocument document = Loader.loadPDF(file)) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new UnusableDocument(Reason.DOCUMENT_TOO_LARGE);
            }
            readPages(document, blocks);
        } catch (InvalidPasswordException e) {
            throw new UnusableDocument(Reason.ENCRYPTED_DOCUMENT, e);
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | IndexOutOfBoundsException
                | NullPointerException broken) {
            // What the library says to damage it has not thought of.
            throw new UnusableDocument(Reason.CORRUPT_DOCUMENT, broken);
        }
        return blocks.all();
    }

    private static void readPages(PDDocument document, Blocks blocks) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setParagraphEnd("\n\n");
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            BETWEEN.splitAsStream(stripper.getText(document))
                    .forEach(paragraph -> blocks.add(Block.PARAGRAPH, paragraph));
        }
    }
}
