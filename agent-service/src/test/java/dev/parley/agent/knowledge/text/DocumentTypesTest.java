package dev.parley.agent.knowledge.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agent.knowledge.text.UnusableDocument.Reason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DocumentTypesTest {
    private static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0
    };

    @Test
    void the_content_tells_and_not_the_name() {
        assertThat(DocumentTypes.of(Samples.pdf("x"), "notes.txt")).isEqualTo(DocumentType.PDF);
        assertThat(DocumentTypes.of(Samples.docx("x", "y"), "notes.pdf")).isEqualTo(DocumentType.DOCX);
        assertThat(DocumentTypes.of(" <!-- c --> <!DOCTYPE html><p>x".getBytes(UTF_8), "notes.md"))
                .isEqualTo(DocumentType.HTML);
        assertThat(DocumentTypes.of("# Title".getBytes(UTF_8), "README.MD")).isEqualTo(DocumentType.MD);
        assertThat(DocumentTypes.of("plain".getBytes(UTF_8), "notes.pdf")).isEqualTo(DocumentType.TXT);
    }

    @Test
    void a_text_whose_beginning_ends_within_a_character_is_one() {
        byte[] text = "Grüße".getBytes(UTF_8);

        assertThat(DocumentTypes.of(Arrays.copyOf(text, 3), "")).isEqualTo(DocumentType.TXT);
    }

    @Test
    void other_files_are_refused() {
        refused(Samples.zip("xl/workbook.xml", "<x/>"), "book.docx", Reason.UNSUPPORTED_TYPE);
        refused(new byte[] {'P', 'K', 3, 4, 9, 9}, "x.docx", Reason.UNSUPPORTED_TYPE);
        refused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}, "x.txt", Reason.UNSUPPORTED_TYPE);
        refused(OLE2, "old.doc", Reason.UNSUPPORTED_TYPE);
        refused(OLE2, "secret.docx", Reason.ENCRYPTED_DOCUMENT);
    }

    private static void refused(byte[] file, String name, Reason reason) {
        assertThatThrownBy(() -> DocumentTypes.of(file, name))
                .isInstanceOfSatisfying(
                        UnusableDocument.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
