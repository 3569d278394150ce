package dev.parley.local.stack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** The order in which parts are stopped. */
final class Tiers {

    private Tiers() {}

    /** Groups of one tier each, the highest first. */
    static <T> Collection<List<T>> highestFirst(List<T> all, ToIntFunction<T> tier) {
        TreeMap<Integer, List<T>> groups = new TreeMap<>(Comparator.<Integer>reverseOrder());
        all.forEach(each -> groups.computeIfAbsent(tier.applyAsInt(each), _ -> new ArrayList<>())
                .add(each));
        return groups.values();
    }
}
