package dev.parley.location.provider.gazetteer;

import dev.parley.contracts.location.Location;
import dev.parley.location.place.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds settlements by a reading of a query. Built once; thread-safe from then on. */
final class Names {
    private static final int SHORTEST_BEGINNING = 3;
    private static final int FORGIVES_ONE_ERROR = 5;
    private static final int FORGIVES_TWO_ERRORS = 8;
    private static final int LONGEST_FORGIVEN = 48;

    // The rest only makes the order the same every time.
    private static final Comparator<Settlement> LARGEST_FIRST = Comparator.comparingLong(Settlement::population)
            .reversed()
            .thenComparing(settlement -> settlement.location().name())
            .thenComparing(settlement -> settlement.location().country())
            .thenComparingDouble(settlement -> settlement.location().lat());

    private final List<Settlement> settlements;
    private final Qualifiers qualifiers;
    private final NameIndex all;
    // Typing errors are looked for in what places are mostly called: all the names of all languages have everything
    // nearby.
    private final NameIndex main;

    Names(List<Settlement> settlements, Qualifiers qualifiers) {
        List<Settlement> largestFirst =
                settlements.stream().sorted(LARGEST_FIRST).toList();
        this.settlements =
                largestFirst.stream().map(Settlement::withoutOtherNames).toList();
        this.qualifiers = qualifiers;
        List<NameIndex.Entry> everyName = new ArrayList<>();
        List<NameIndex.Entry> mainNames = new ArrayList<>();
        for (int id = 0; id < largestFirst.size(); id++) {
            Settlement settlement = largestFirst.get(id);
            String name = settlement.location().name();
            add(Stream.of(name), id, mainNames);
            add(Stream.concat(Stream.of(name), settlement.otherNames().stream()), id, everyName);
            qualifiers.learn(settlement);
        }
        this.all = new NameIndex(everyName);
        this.main = new NameIndex(mainNames);
    }

    private static void add(Stream<String> names, int id, List<NameIndex.Entry> entries) {
        names.flatMap(name -> Folding.spellings(name).stream())
                .map(name -> new NameIndex.Entry(name, id))
                .forEach(entries::add);
    }

    /** The ways to read a query in which what stands beside the name can qualify something. */
    List<Reading> readings(String query) {
        List<String> words = Folding.words(query);
        if (words.isEmpty()) {
            return List.of();
        }
        return Reading.of(words).stream()
                .filter(reading -> qualifiers.areKnown(reading.partOf()))
                .toList();
    }

    Found equal(List<Reading> readings) {
        Found found = new Found();
        for (Reading reading : readings) {
            all.equalTo(reading.name(), id -> add(reading, id, 0, found));
        }
        return found;
    }

    Found beginning(List<Reading> readings) {
        Found found = new Found();
        for (Reading reading : readings) {
            if (reading.name().length() >= SHORTEST_BEGINNING) {
                all.beginningWith(reading.name(), id -> add(reading, id, 0, found));
            }
        }
        return found;
    }

    Found similar(List<Reading> readings) {
        Found found = new Found();
        for (Reading reading : readings) {
            int forgiven = forgiven(reading.name());
            if (forgiven > 0) {
                main.similarTo(reading.name(), forgiven, (id, edits) -> add(reading, id, edits, found));
            }
        }
        return found;
    }

    private void add(Reading reading, int id, int edits, Found found) {
        if (qualifiers.fit(settlements.get(id), reading.partOf())) {
            found.add(id, edits);
        }
    }

    List<Location> bestOf(Found found, int limit) {
        return found.bestFirst()
                .limit(limit)
                .mapToObj(id -> settlements.get(id).location())
                .toList();
    }

    private static int forgiven(String name) {
        int length = name.length();
        if (length < FORGIVES_ONE_ERROR || length > LONGEST_FORGIVEN) {
            return 0;
        }
        return length < FORGIVES_TWO_ERRORS ? 1 : Found.MAX_EDITS;
    }
}
