package dev.parley.location.provider.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NameIndexTest {
    private static final NameIndex INDEX = new NameIndex(
            List.of(entry("paris", 1), entry("paris", 2), entry("parma", 3), entry("london", 4), entry("東京", 5)));

    private static NameIndex.Entry entry(String name, int id) {
        return new NameIndex.Entry(name, id);
    }

    @Test
    void equal_names_are_found_with_all_their_ids() {
        assertThat(equalTo("paris")).containsExactly(1, 2);
        assertThat(equalTo("東京")).containsExactly(5);
        assertThat(equalTo("pari")).isEmpty();
        assertThat(equalTo("zzz")).isEmpty();
    }

    @Test
    void beginnings_are_found() {
        List<Integer> found = new ArrayList<>();
        INDEX.beginningWith("par", found::add);

        assertThat(found).containsExactly(1, 2, 3);
    }

    @Test
    void the_same_entry_counts_once() {
        assertThat(new NameIndex(List.of(entry("a", 1), entry("a", 1))).size()).isEqualTo(1);
    }

    @Test
    void similar_names_are_those_that_measuring_all_of_them_finds() {
        Random random = new Random(7);
        List<NameIndex.Entry> entries = new ArrayList<>();
        for (int id = 0; id < 1_000; id++) {
            entries.add(entry(word(random), id));
        }
        NameIndex index = new NameIndex(entries);

        for (int i = 0; i < 60; i++) {
            String wanted = word(random);
            assertThat(similarTo(index, wanted)).isEqualTo(measured(entries, wanted));
        }
    }

    /** Of few letters, so that many words are similar. */
    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int length = 3 + random.nextInt(6);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(4)));
        }
        return word.toString();
    }

    private static Map<Integer, Integer> similarTo(NameIndex index, String wanted) {
        Map<Integer, Integer> found = new TreeMap<>();
        index.similarTo(wanted, 2, found::put);
        return found;
    }

    private static Map<Integer, Integer> measured(List<NameIndex.Entry> entries, String wanted) {
        Map<Integer, Integer> found = new TreeMap<>();
        for (NameIndex.Entry entry : entries) {
            // More edits are allowed than can be needed, so that nothing is given up early.
            EditDistance distance = new EditDistance(wanted, 20);
            distance.of(entry.name());
            if (distance.result() <= 2) {
                found.put(entry.id(), distance.result());
            }
        }
        return found;
    }

    private static List<Integer> equalTo(String name) {
        List<Integer> found = new ArrayList<>();
        INDEX.equalTo(name, found::add);
        return found;
    }
}
