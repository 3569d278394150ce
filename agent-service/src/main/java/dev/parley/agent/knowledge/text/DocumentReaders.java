package dev.parley.agent.knowledge.text;

import java.util.List;

/** Makes text of files. */
public final class DocumentReaders {
    private static final DocumentReader TEXT = new TextReader();
    private static final DocumentReader MARKDOWN = new MarkdownReader();
    private static final DocumentReader HTML = new HtmlReader();
    private static final DocumentReader PDF = new PdfReader();
    private static final DocumentReader DOCX = new DocxReader();

    private DocumentReaders() {}

    /** @throws UnusableDocument when there is no text to be had */
    public static List<Block> read(DocumentType type, byte[] file) {
        DocumentReader reader =
                switch (type) {
                    case TXT -> TEXT;
                    case MD -> MARKDOWN;
                    case HTML -> HTML;
                    case PDF -> PDF;
                    case DOCX -> DOCX;
                };
        return reader.read(file);
    }
}
