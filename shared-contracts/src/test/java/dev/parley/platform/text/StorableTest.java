package dev.parley.platform.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StorableTest {
    @Test
    void what_no_store_takes_is_taken_out_of_a_text_and_the_rest_stays() {
        assertThat(Storable.clean("a\0b\uD83Dc\uDE00d\uD83D\uDE00e\uD83D")).isEqualTo("abcd\uD83D\uDE00e");
        assertThat(Storable.clean("plain \uD83D\uDE00")).isEqualTo("plain \uD83D\uDE00");
    }

    @Test
    void texts_and_names_of_json_are_cleaned_at_any_depth_and_numbers_kept_as_they_are() {
        String json = "{\"a\\u0000\":[\"\\ud83db\",{\"c\\u0000\":\"\\u0000\",\"d\":1.50}],\"e\":null}";

        assertThat(new String(Storable.clean(json.getBytes(UTF_8)), UTF_8))
                .isEqualTo("{\"a\":[\"b\",{\"c\":\"\",\"d\":1.50}],\"e\":null}");
    }

    @Test
    void json_without_suspicion_is_not_even_read() {
        byte[] json = "not json".getBytes(UTF_8);

        assertThat(Storable.clean(json)).isSameAs(json);
    }
}
