package dev.parley.platform.takeout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TakeoutTest {
    private static final int LARGE = 500_000;

    @Test
    void what_is_handed_over_is_read_as_it_was() throws IOException {
        byte[] brought = new byte[LARGE];
        brought[LARGE - 1] = 7;
        var out = new ByteArrayOutputStream();
        var takeout = new Takeout(out);
        takeout.line("spending.jsonl", Map.of("month", "2026-11"));
        takeout.line("spending.jsonl", Map.of("month", "2026-12"));
        takeout.content("documents/1.pdf", new ByteArrayInputStream(brought));
        takeout.end();

        Map<String, ByteArrayOutputStream> files = read(out.toByteArray());

        assertThat(files).containsOnlyKeys("spending.jsonl", "documents/1.pdf");
        assertThat(files.get("spending.jsonl")).hasToString("{\"month\":\"2026-11\"}{\"month\":\"2026-12\"}");
        assertThat(files.get("documents/1.pdf"))
                .satisfies(copied -> assertThat(copied.toByteArray()).isEqualTo(brought));
    }

    @Test
    void what_has_no_end_or_is_something_else_is_not_taken_for_all() throws IOException {
        var out = new ByteArrayOutputStream();
        new Takeout(out).line("jobs.jsonl", Map.of());

        assertThatThrownBy(() -> read(out.toByteArray())).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read("<html>".getBytes(UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be read");
    }

    private static Map<String, ByteArrayOutputStream> read(byte[] handedOver) throws IOException {
        Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();
        InputStream in = new ByteArrayInputStream(handedOver);
        TakeoutReader.read(in, (file, piece) -> {
            var content = files.computeIfAbsent(file, _ -> new ByteArrayOutputStream());
            if (piece.line() != null) {
                content.writeBytes(piece.line().toString().getBytes(UTF_8));
            }
            if (piece.bytes() != null) {
                content.writeBytes(piece.bytes());
            }
        });
        return files;
    }
}
