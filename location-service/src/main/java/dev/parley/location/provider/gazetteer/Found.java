package dev.parley.location.provider.gazetteer;

import java.util.BitSet;
import java.util.stream.IntStream;

/** What a search has found so far: each id once, with the fewest edits. A lower id is a larger place. */
final class Found {
    static final int MAX_EDITS = 2;

    private final BitSet[] byEdits = new BitSet[MAX_EDITS + 1];

    Found() {
        for (int edits = 0; edits <= MAX_EDITS; edits++) {
            byEdits[edits] = new BitSet();
        }
    }

    void add(int id, int edits) {
        byEdits[edits].set(id);
    }

    boolean isEmpty() {
        return IntStream.rangeClosed(0, MAX_EDITS).allMatch(edits -> byEdits[edits].isEmpty());
    }

    /** Fewer edits before more, then larger places before smaller ones. */
    IntStream bestFirst() {
        return IntStream.rangeClosed(0, MAX_EDITS)
                .flatMap(edits -> byEdits[edits].stream())
                .distinct();
    }
}
