package dev.parley.location.provider.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    @ParameterizedTest
    @CsvSource({
        "berlin, berlin, 0",
        "berlin, belin, 1",
        "berlin, berrlin, 1",
        "berlin, berlim, 1",
        "berlin, belrin, 1",
        "berlin, ebrlni, 2",
        "berlin, bern, 2"
    })
    void letters_are_inserted_left_out_replaced_and_swapped(String wanted, String text, int edits) {
        EditDistance distance = new EditDistance(wanted, 2);

        assertThat(distance.of(text)).isZero();
        assertThat(distance.result()).isEqualTo(edits);
    }

    @Test
    void a_hopeless_beginning_is_told_by_its_length() {
        assertThat(new EditDistance("berlin", 1).of("zzzzz")).isEqualTo(2);
    }

    @Test
    void a_text_longer_than_any_name_is_not_near() {
        String wanted = "a".repeat(64);
        EditDistance distance = new EditDistance(wanted, 2);

        assertThat(distance.of(wanted + "a")).isZero();
        assertThat(distance.result()).isGreaterThan(2);
    }

    @Test
    void measuring_in_sorted_order_is_measuring_one_by_one() {
        String[] sorted = {"bern", "berl", "berli", "berlin", "berlin", "berlina", "belrin", "paris", "be", "xberlin"};
        Arrays.sort(sorted);
        EditDistance reused = new EditDistance("berlin", 2);

        for (String text : sorted) {
            EditDistance fresh = new EditDistance("berlin", 2);
            int hopeless = fresh.of(text);
            assertThat(reused.of(text)).as(text).isEqualTo(hopeless);
            if (hopeless == 0) {
                assertThat(reused.result()).as(text).isEqualTo(fresh.result());
            }
        }
    }
}
