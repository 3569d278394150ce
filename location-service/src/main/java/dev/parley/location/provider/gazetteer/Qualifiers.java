package dev.parley.location.provider.gazetteer;

import dev.parley.contracts.location.Location;
import dev.parley.location.place.Folding;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What may stand beside a name to say which of that name is meant: country, region, and the city of a neighbourhood. */
final class Qualifiers {
    private static final int LONGEST_TERM = 6;

    private record Around(String country, @Nullable String region) {}

    private final Countries countries;
    private final Regions regions;
    private final Map<Around, Set<String>> terms = new ConcurrentHashMap<>();
    private final Set<String> known = new HashSet<>();

    Qualifiers(Countries countries, Regions regions) {
        this.countries = countries;
        this.regions = regions;
    }

    void learn(Settlement settlement) {
        known.addAll(terms(settlement));
    }

    /** Whether the words can qualify anything at all. */
    boolean areKnown(List<String> words) {
        return consistOf(words, known);
    }

    boolean fit(Settlement settlement, List<String> words) {
        return words.isEmpty() || consistOf(words, terms(settlement));
    }

    private Set<String> terms(Settlement settlement) {
        Location location = settlement.location();
        Set<String> around =
                terms.computeIfAbsent(new Around(location.country(), location.region()), this::termsAround);
        return settlement.isCity() ? around : withTerms(settlement, around);
    }

    private Set<String> termsAround(Around around) {
        Set<String> terms = new HashSet<>(countries.terms(around.country()));
        terms.addAll(regions.terms(around.country(), around.region()));
        return terms;
    }

    private Set<String> withTerms(Settlement neighbourhood, Set<String> around) {
        Set<String> terms = new HashSet<>(around);
        for (String part : neighbourhood.partOf()) {
            terms.addAll(Folding.spellings(part));
            terms.addAll(regions.terms(neighbourhood.location().country(), part));
        }
        return terms;
    }

    /** Whether the words, in order, are terms one after the other. */
    private static boolean consistOf(List<String> words, Set<String> terms) {
        boolean[] reached = new boolean[words.size() + 1];
        reached[0] = true;
        for (int from = 0; from < words.size(); from++) {
            if (reached[from]) {
                reachFrom(from, words, terms, reached);
            }
        }
        return reached[words.size()];
    }

    private static void reachFrom(int from, List<String> words, Set<String> terms, boolean[] reached) {
        int end = Math.min(words.size(), from + LONGEST_TERM);
        for (int to = from + 1; to <= end; to++) {
            if (terms.contains(String.join(" ", words.subList(from, to)))) {
                reached[to] = true;
            }
        }
    }
}
