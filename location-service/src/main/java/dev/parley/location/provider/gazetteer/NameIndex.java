package dev.parley.location.provider.gazetteer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;

/** Finds ids by folded names: one sorted array serves equal names, beginnings, and names that are nearly equal. */
final class NameIndex {
    private final String[] names;
    private final int[] ids;

    /** A name of an id; an id has many names, and a name many ids. */
    record Entry(String name, int id) {}

    NameIndex(List<Entry> entries) {
        List<Entry> sorted = entries.stream()
                .distinct()
                .sorted(Comparator.comparing(Entry::name).thenComparingInt(Entry::id))
                .toList();
        names = sorted.stream().map(Entry::name).toArray(String[]::new);
        ids = sorted.stream().mapToInt(Entry::id).toArray();
    }

    int size() {
        return names.length;
    }

    void equalTo(String name, IntConsumer found) {
        for (int i = firstNotBefore(name); i < names.length && names[i].equals(name); i++) {
            found.accept(ids[i]);
        }
    }

    void beginningWith(String beginning, IntConsumer found) {
        for (int i = firstNotBefore(beginning); i < names.length && names[i].startsWith(beginning); i++) {
            found.accept(ids[i]);
        }
    }

    /** What {@link #similarTo} calls with an id and how many edits away its name is. */
    interface Similar {
        void accept(int id, int edits);
    }

    /**
     * Names at most so many edits away. Neighbours in the sorted array share the rows of their common beginning, and where
     * a beginning is hopeless, everything that begins with it is skipped.
     */
    void similarTo(String name, int maxEdits, Similar found) {
        EditDistance distance = new EditDistance(name, maxEdits);
        int i = 0;
        while (i < names.length) {
            int hopeless = distance.of(names[i]);
            if (hopeless > 0) {
                i = firstNotBeginningWith(names[i].substring(0, hopeless), i + 1);
            } else {
                if (distance.result() <= maxEdits) {
                    found.accept(ids[i], distance.result());
                }
                i++;
            }
        }
    }

    /** Looks in growing steps: most often it is near. */
    private int firstNotBeginningWith(String beginning, int from) {
        int end = from;
        for (int step = 1; end < names.length && names[end].startsWith(beginning); step *= 2) {
            end += step;
        }
        int first = from;
        end = Math.min(end, names.length);
        while (first < end) {
            int middle = (first + end) >>> 1;
            if (names[middle].startsWith(beginning)) {
                first = middle + 1;
            } else {
                end = middle;
            }
        }
        return first;
    }

    private int firstNotBefore(String name) {
        int index = Arrays.binarySearch(names, name);
        if (index < 0) {
            return -index - 1;
        }
        while (index > 0 && names[index - 1].equals(name)) {
            index--;
        }
        return index;
    }
}
