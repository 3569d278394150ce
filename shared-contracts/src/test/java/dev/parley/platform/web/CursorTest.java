package dev.parley.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CursorTest {
    private static final Instant TIME = Instant.parse("2026-01-31T12:00:00.123456Z");
    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    @Test
    void its_values_come_back_as_they_were() {
        Cursor cursor = Cursor.parse(Cursor.of(TIME, ID, 42, "ü, 漢", "").encode());

        assertThat(cursor.instant(0)).isEqualTo(TIME);
        assertThat(cursor.uuid(1)).isEqualTo(ID);
        assertThat(cursor.number(2)).isEqualTo(42);
        assertThat(cursor.text(3)).isEqualTo("ü, 漢");
        assertThat(cursor.text(4)).isEmpty();
    }

    @Test
    void it_needs_no_escaping_in_a_query() {
        assertThat(Cursor.of("???>>>~~~").encode()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void one_of_another_list_is_refused_when_it_is_read() {
        Cursor other = Cursor.parse(Cursor.of("a text").encode());

        refused(other, cursor -> cursor.instant(0));
        refused(other, cursor -> cursor.uuid(0));
        refused(other, cursor -> cursor.number(0));
        refused(other, cursor -> cursor.text(1));
    }

    @Test
    void what_no_database_can_compare_with_is_refused() {
        refused(Cursor.of("+1000000000-12-31T23:59:59Z"), cursor -> cursor.instant(0));
        refused(Cursor.of("-0500-01-01T00:00:00Z"), cursor -> cursor.instant(0));
        refused(new Cursor(List.of("a\0b")), cursor -> cursor.text(0));
    }

    @Test
    void one_that_is_absurdly_long_is_refused() {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Cursor.parse("a".repeat(2049)));
    }

    private static void refused(Cursor cursor, Consumer<Cursor> read) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read.accept(cursor))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.BAD_CURSOR));
    }
}
