package dev.parley.agent.knowledge.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agent.knowledge.text.UnusableDocument.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class IsolatedReaderTest {
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

        assertThatThrownBy(() -> IsolatedReader.read(DocumentType.TXT, broken)).isInstanceOf(IOException.class);
    }

    private static List<Block> read(DocumentType type, String text) throws IOException, InterruptedException {
        return IsolatedReader.read(type, new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}
