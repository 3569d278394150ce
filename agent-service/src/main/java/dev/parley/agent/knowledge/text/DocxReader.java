package dev.parley.agent.knowledge.text;

import dev.parley.agent.knowledge.text.UnusableDocument.Reason;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The paragraphs of a Word document, as they come: nothing of it is in memory but the one that is read. */
final class DocxReader implements DocumentReader {
    private static final String BODY = "word/document.xml";
    private static final long MOST_UNPACKED = 64L * 1024 * 1024;
    private static final int MOST_ENTRIES = 5_000;
    private static final Pattern HEADING = Pattern.compile("(?i)heading ?([1-6])|title");
    private static final XMLInputFactory XML = safe();

    @Override
    public List<Block> read(byte[] file) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                if (entry.getName().equals(BODY)) {
                    return paragraphs(new Measured(zip));
                }
                skip(zip, entries);
            }
        } catch (IOException | XMLStreamException broken) {
            throw new UnusableDocument(Reason.CORRUPT_DOCUMENT, broken);
        }
        throw new UnusableDocument(Reason.CORRUPT_DOCUMENT);
    }

    private static void skip(ZipInputStream zip, int entries) throws IOException {
        if (entries > MOST_ENTRIES) {
            throw new UnusableDocument(Reason.DOCUMENT_TOO_LARGE);
        }
        var _ = new Measured(zip).transferTo(OutputStream.nullOutputStream());
    }

    private static List<Block> paragraphs(InputStream body) throws XMLStreamException {
        var page = new Page();
        XMLStreamReader xml = XML.createXMLStreamReader(body);
        try {
            while (xml.hasNext()) {
                page.read(xml.next(), xml);
            }
        } finally {
            xml.close();
        }
        return page.blocks.all();
    }

    private static XMLInputFactory safe() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static final class Page {
        final Blocks blocks = new Blocks();
        private final StringBuilder text = new StringBuilder();
        private int level;
        private boolean inText;

        void read(int event, XMLStreamReader xml) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName(), xml);
                case XMLStreamConstants.CHARACTERS -> say(xml);
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                default -> blocks.goOn();
            }
        }

        private void start(String name, XMLStreamReader xml) {
            switch (name) {
                case "t" -> inText = true;
                case "tab", "br", "cr" -> text.append(' ');
                case "pStyle" -> level = level(xml.getAttributeValue(null, "val"), xml);
                default -> blocks.goOn();
            }
        }

        /** Attributes have the namespace of their elements, or none. */
        private static int level(@Nullable String plain, XMLStreamReader xml) {
            String style = plain == null ? xml.getAttributeValue(xml.getNamespaceURI(), "val") : plain;
            Matcher heading = HEADING.matcher(style == null ? "" : style);
            if (!heading.matches()) {
                return Block.PARAGRAPH;
            }
            return heading.group(1) == null ? 1 : Integer.parseInt(heading.group(1));
        }

        private void say(XMLStreamReader xml) {
            if (inText) {
                text.append(xml.getText());
            }
        }

        private void end(String name) {
            if (name.equals("t")) {
                inText = false;
            } else if (name.equals("p")) {
                blocks.add(level, text.toString());
                text.setLength(0);
                level = Block.PARAGRAPH;
            }
        }
    }

    /** Ends with an exception what unpacks to more than a document has. */
    private static final class Measured extends FilterInputStream {
        private long left = MOST_UNPACKED;

        Measured(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = super.read(bytes, offset, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new UnusableDocument(Reason.DOCUMENT_TOO_LARGE);
            }
        }
    }
}
