package dev.parley.location.provider.gazetteer;

import java.util.ArrayList;
import java.util.List;

/**
 * One way to read a query: some words are the name, the others say what it is part of.
 *
 * @param name folded
 * @param partOf folded words, in order; empty when all words are the name
 */
record Reading(String name, List<String> partOf) {

    /** All words are the name; or those at the beginning ({@code Austin, TX}); or those at the end ({@code Berlin Mitte}). */
    static List<Reading> of(List<String> words) {
        List<Reading> readings = new ArrayList<>();
        readings.add(new Reading(String.join(" ", words), List.of()));
        for (int length = words.size() - 1; length > 0; length--) {
            readings.add(split(words.subList(0, length), words.subList(length, words.size())));
            int rest = words.size() - length;
            readings.add(split(words.subList(rest, words.size()), words.subList(0, rest)));
        }
        return readings;
    }

    private static Reading split(List<String> name, List<String> partOf) {
        return new Reading(String.join(" ", name), List.copyOf(partOf));
    }
}
