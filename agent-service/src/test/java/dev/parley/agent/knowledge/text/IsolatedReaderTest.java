package dev.parley.agent.knowledge.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agent.knowledge.text.UnusableDocument.Reason;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class IsolatedReaderTest {
    private final IsolatedReader reader = new IsolatedReader();

    @Test
    void what_is_found_comes_back() throws Exception {
        assertThat(read(DocumentType.MD, "# Garden\n\nTomatoes want sun."))
                .containsExactly(new Block(1, "Garden"), Block.paragraph("Tomatoes want sun."));
    }

    @Test
    void why_there_is_nothing_comes_back() {
        assertThatThrownBy(() -> read(DocumentType.TXT, " "))
                .isInstanceOfSatisfying(
                        UnusableDocument.class, e -> assertThat(e.reason()).isEqualTo(Reason.EMPTY_DOCUMENT));
    }

    @Test
    void a_page_that_takes_all_memory_takes_only_that_of_its_reader() {
        String page = "<html>" + "<a><i>".repeat(3_000_000);

        assertThatThrownBy(() -> read(DocumentType.HTML, page))
                .isInstanceOfSatisfying(
                        UnusableDocument.class,
                        e -> assertThat(e.reason()).isIn(Reason.DOCUMENT_TOO_LARGE, Reason.DOCUMENT_TOO_SLOW));
    }

    @Test
    void a_file_that_cannot_be_read_is_no_documents_fault() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The store is away");
            }

            @Override
            public int read(byte[] buffer, int from, int most) throws IOException {
                return read();
            }
        };

        assertThatThrownBy(() -> reader.read(DocumentType.TXT, broken)).isInstanceOf(IOException.class);
    }

    @Test
    void a_reader_that_does_not_start_is_no_documents_fault() {
        var nowhere = new IsolatedReader(Path.of("/nowhere/java"));

        assertThatThrownBy(() -> nowhere.read(DocumentType.TXT, new ByteArrayInputStream(new byte[] {'x'})))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("Cannot run program");
    }

    @Test
    void a_reader_that_ends_at_once_is_no_documents_fault() {
        var broken = new IsolatedReader(Path.of("/bin/false"));

        assertThatThrownBy(() -> broken.read(DocumentType.TXT, new ByteArrayInputStream(new byte[1_000_000])))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ended with 1");
    }

    @Test
    void a_document_that_is_nested_deeper_than_a_thread_can_go_is_a_damaged_one() {
        String deep = "%PDF-1.4\n1 0 obj\n" + "[".repeat(2_000_000) + "\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF";

        assertThatThrownBy(() -> read(DocumentType.PDF, deep))
                .isInstanceOfSatisfying(
                        UnusableDocument.class, e -> assertThat(e.reason()).isEqualTo(Reason.CORRUPT_DOCUMENT));
    }

    private List<Block> read(DocumentType type, String text) throws IOException, InterruptedException {
        return reader.read(type, new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}
