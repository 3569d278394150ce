package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewWorkTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\0b"})
    void a_name_that_cannot_be_stored_is_refused_before_it_spoils_a_batch(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Items.in(name));
        assertThatIllegalArgumentException().isThrownBy(() -> Items.of(name, "lane"));
        assertThatIllegalArgumentException().isThrownBy(() -> Items.ofKind(name, "lane"));
    }

    @Test
    void the_longest_names_fit_into_the_indexes() {
        String longest = "\uD83D\uDE00".repeat(256);
        assertThatIllegalArgumentException().isThrownBy(() -> Items.in(longest + "x"));
        try (Bench bench = new Bench()) {
            assertThatNoException().isThrownBy(() -> bench.inbox.put(List.of(Items.of(longest, longest))));
        }
    }

    @Test
    void a_kind_needs_positive_numbers() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkKind("k", Duration.ZERO, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkKind("k", Duration.ofSeconds(1), 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkKind("k", Duration.ofSeconds(1), 1, 0));
    }

    @Test
    void there_is_one_handler_for_a_kind() {
        FakeHandler handler = FakeHandler.roomy();
        assertThatIllegalStateException().isThrownBy(() -> new Handlers(List.of(handler, FakeHandler.roomy())));
    }
}
