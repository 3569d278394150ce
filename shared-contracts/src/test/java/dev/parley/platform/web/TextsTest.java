package dev.parley.platform.web;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.text.Storable;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": \"plain\"}",
                "{\"a\": \"\\\\u0000 is six characters\"}",
                "{\"a\": \"\\u0001 \\u00e4\"}",
                "{\"a\": \"\\ud83d\\ude00\"}",
                "not json \\u0000"
            })
    void what_can_be_kept_passes(String json) {
        assertThat(Texts.firstBad(json.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void a_name_is_a_text_too() {
        assertThat(Texts.firstBad("{\"a\": {\"b\\u0000\": 1}}".getBytes(UTF_8))).hasValue("a.b\0");
    }

    @Test
    void a_text_alone_has_no_path() {
        assertThat(Texts.firstBad("\"\\udc00\"".getBytes(UTF_8))).hasValue("");
    }

    @Test
    void another_encoding_hides_nothing() {
        assertThat(Texts.firstBad("[\"\\u0000\"]".getBytes(UTF_16BE))).hasValue("[0]");
    }

    @Test
    void half_a_pair_in_three_raw_bytes_is_found() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("[\"".getBytes(UTF_8));
        bytes.writeBytes(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80});
        bytes.writeBytes("\"]".getBytes(UTF_8));

        // Either it is no UTF-8 at all to the parser, which then refuses the body, or it is half of a pair.
        assertThat(Storable.isSuspicious(bytes.toByteArray())).isTrue();
    }
}
