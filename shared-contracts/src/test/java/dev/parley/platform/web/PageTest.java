package dev.parley.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final Limit TWO = new Limit(2);

    @Test
    void a_row_too_many_means_a_next_page_behind_the_last_one_shown() {
        Page<Integer> page = Page.of(List.of(1, 2, 3), TWO, Cursor::of);

        assertThat(page.items()).containsExactly(1, 2);
        assertThat(Cursor.parse(Objects.requireNonNull(page.nextCursor())).number(0))
                .isEqualTo(2);
    }

    @Test
    void a_page_that_is_just_full_is_the_last() {
        assertThat(Page.of(List.of(1, 2), TWO, Cursor::of).nextCursor()).isNull();
    }

    @Test
    void what_items_look_like_does_not_move_the_cursor() {
        Page<Integer> page = Page.of(List.of(1, 2, 3), TWO, Cursor::of);

        Page<String> shown = page.map(Object::toString);

        assertThat(shown).isEqualTo(new Page<>(List.of("1", "2"), page.nextCursor()));
    }
}
