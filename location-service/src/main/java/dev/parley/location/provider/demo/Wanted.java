package dev.parley.location.provider.demo;

import java.util.List;
import java.util.Set;

/**
 * What somebody means.
 *
 * @param categories what they named; empty when they named none
 * @param otherWords what they said besides, folded: the name of a place, or nothing that helps
 */
record Wanted(Set<String> categories, List<String> otherWords) {
    boolean isOfTheKind(DemoPlace place) {
        return categories.contains(place.category());
    }

    boolean isNamed(DemoPlace place) {
        return !otherWords.isEmpty()
                && otherWords.stream()
                        .allMatch(word -> place.nameWords().stream().anyMatch(part -> part.startsWith(word)));
    }
}
