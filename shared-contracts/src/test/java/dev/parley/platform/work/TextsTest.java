package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void what_a_column_cannot_hold_is_replaced() {
        assertThat(Texts.storable("a\0b\uD83D")).isEqualTo("a\uFFFDb?");
    }

    @Test
    void long_texts_are_cut() {
        assertThat(Texts.storable("\uD83D\uDE00".repeat(5000))).hasSize(2000);
    }

    @Test
    void an_error_is_told_by_its_name_and_message() {
        assertThat(Texts.of(new IOException("reset"))).isEqualTo("IOException: reset");
        assertThat(Texts.of(new IOException())).isEqualTo("IOException");
        assertThat(Texts.cause(new IllegalStateException("outer", new IOException("reset"))))
                .isEqualTo("IOException: reset");
    }

    @Test
    void what_a_database_quotes_of_a_row_is_left_out() {
        var refusal = new SQLException("ERROR: null value in column x\n  Detail: Failing row contains (a secret).");

        assertThat(Texts.of(refusal)).isEqualTo("SQLException: ERROR: null value in column x");
    }
}
