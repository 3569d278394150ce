package dev.parley.agent.knowledge.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agent.knowledge.text.UnusableDocument.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class DocumentReadersTest {
    @Test
    void text_has_paragraphs() {
        assertThat(read(DocumentType.TXT, "One.\r\n\r\nTwo\nlines.\n \n\nThree.".getBytes(UTF_8)))
                .containsExactly(Block.paragraph("One."), Block.paragraph("Two\nlines."), Block.paragraph("Three."));
    }

    @Test
    void text_is_read_in_the_encodings_that_people_have() {
        assertThat(read(DocumentType.TXT, "Grüße".getBytes(UTF_16))).containsExactly(Block.paragraph("Grüße"));
        assertThat(read(DocumentType.TXT, "Grüße".getBytes(ISO_8859_1))).containsExactly(Block.paragraph("Grüße"));
        assertThat(read(DocumentType.TXT, "\uFEFFGrüße".getBytes(UTF_8))).containsExactly(Block.paragraph("Grüße"));
    }

    @Test
    void markdown_has_headings_and_code_that_is_none() {
        String page =
                "# Manual #\n\nSee [the site](https://example.com/x).\n\n```\n# not a heading\n```\n## Part **two**\nText";

        assertThat(read(DocumentType.MD, page.getBytes(UTF_8)))
                .containsExactly(
                        new Block(1, "Manual"),
                        Block.paragraph("See the site."),
                        Block.paragraph("# not a heading"),
                        new Block(2, "Part two"),
                        Block.paragraph("Text"));
    }

    @Test
    void of_a_page_only_what_it_shows_is_read() {
        String page = "<!doctype html><html><head><title>x</title><style>p{}</style></head><body><nav>Menu</nav>"
                + "<h2>Prices</h2><p>A <b>bold</b> word<br>and a line</p><ul><li>one<li>two</ul>"
                + "<script>alert(1)</script><div hidden>unseen</div></body></html>";

        assertThat(read(DocumentType.HTML, page.getBytes(UTF_8)))
                .containsExactly(
                        new Block(2, "Prices"),
                        Block.paragraph("A bold word"),
                        Block.paragraph("and a line"),
                        Block.paragraph("one"),
                        Block.paragraph("two"));
    }

    @Test
    void a_page_that_is_nested_without_end_is_read_all_the_same() {
        String page = "<html>" + "<div>".repeat(50_000) + "deep";

        assertThat(read(DocumentType.HTML, page.getBytes(UTF_8))).containsExactly(Block.paragraph("deep"));
    }

    @Test
    void a_pdf_has_pages() {
        assertThat(read(DocumentType.PDF, Samples.pdf("The first page.", "The second page.")))
                .containsExactly(Block.paragraph("The first page."), Block.paragraph("The second page."));
    }

    @Test
    void a_word_document_has_headings_and_paragraphs() {
        assertThat(read(DocumentType.DOCX, Samples.docx("Terms", "Within 30 days.", "Not later.")))
                .containsExactly(
                        new Block(1, "Terms"), Block.paragraph("Within 30 days."), Block.paragraph("Not later."));
    }

    @Test
    void what_is_encrypted_says_so() {
        refused(DocumentType.PDF, Samples.pdf("secret", new String[] {"text"}), Reason.ENCRYPTED_DOCUMENT);
    }

    @Test
    void what_is_damaged_says_so() {
        refused(
                DocumentType.PDF,
                Arrays.copyOf("%PDF-1.7 and then nothing".getBytes(UTF_8), 200),
                Reason.CORRUPT_DOCUMENT);
        byte[] docx = Samples.docx("a", "text ".repeat(1000));
        refused(DocumentType.DOCX, Arrays.copyOf(docx, docx.length / 2), Reason.CORRUPT_DOCUMENT);
        refused(DocumentType.DOCX, Samples.zip("word/other.xml", "<x/>"), Reason.CORRUPT_DOCUMENT);
        refused(
                DocumentType.DOCX,
                Samples.zip(
                        "word/document.xml",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x><p><t>&e;</t></p></x>"),
                Reason.CORRUPT_DOCUMENT);
    }

    @Test
    void what_has_no_text_says_so() {
        refused(DocumentType.PDF, Samples.pdf(""), Reason.EMPTY_DOCUMENT);
        refused(DocumentType.HTML, "<html><body><img src=x></body></html>".getBytes(UTF_8), Reason.EMPTY_DOCUMENT);
        refused(DocumentType.DOCX, Samples.docx("", ""), Reason.EMPTY_DOCUMENT);
        refused(DocumentType.TXT, " \n\n ".getBytes(UTF_8), Reason.EMPTY_DOCUMENT);
    }

    @Test
    void what_unpacks_to_too_much_is_not_unpacked() throws IOException {
        String zeros = "0".repeat(1024 * 1024);
        var bomb = new ByteArrayOutputStream();
        bomb.write("%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n".getBytes(UTF_8));
        try (var packed = new DeflaterOutputStream(bomb)) {
            for (int i = 0; i < 40; i++) {
                packed.write(zeros.getBytes(UTF_8));
            }
        }
        refused(DocumentType.PDF, bomb.toByteArray(), Reason.DOCUMENT_TOO_LARGE);
        refused(
                DocumentType.PDF,
                "%PDF-1.7\n<< /Filter [/FlateDecode /FlateDecode] >>".getBytes(UTF_8),
                Reason.DOCUMENT_TOO_LARGE);
        refused(
                DocumentType.DOCX,
                Samples.zip("word/document.xml", "<x><p><t>" + zeros.repeat(5) + "</t></p></x>"),
                Reason.DOCUMENT_TOO_LARGE);
        refused(DocumentType.DOCX, Samples.zip("word/media.bin", zeros.repeat(65)), Reason.DOCUMENT_TOO_LARGE);
    }

    private static List<Block> read(DocumentType type, byte[] file) {
        return DocumentReaders.read(type, file);
    }

    private static void refused(DocumentType type, byte[] file, Reason reason) {
        assertThatThrownBy(() -> DocumentReaders.read(type, file))
                .isInstanceOfSatisfying(
                        UnusableDocument.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
