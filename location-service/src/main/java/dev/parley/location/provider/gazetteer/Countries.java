package dev.parley.location.provider.gazetteer;

import dev.parley.location.place.Folding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What countries are called, from the JDK's locale data. */
final class Countries {
    private static final List<Locale> LANGUAGES = List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.ITALIAN,
            Locale.of("es"),
            Locale.of("pt"),
            Locale.of("nl"),
            Locale.JAPANESE,
            Locale.CHINESE);
    // What people write besides.
    private static final Map<String, List<String>> ALSO = Map.ofEntries(
            Map.entry("AE", List.of("UAE", "Emirates")),
            Map.entry("BA", List.of("Bosnia")),
            Map.entry("CD", List.of("DR Congo", "DRC", "Congo")),
            Map.entry("CG", List.of("Congo")),
            Map.entry("CI", List.of("Ivory Coast")),
            Map.entry("CN", List.of("PR China")),
            Map.entry("CZ", List.of("Czech Republic")),
            Map.entry("GB", List.of("UK", "Great Britain", "Britain")),
            Map.entry("HK", List.of("Hong Kong")),
            Map.entry("KR", List.of("Korea")),
            Map.entry("MM", List.of("Burma", "Myanmar")),
            Map.entry("MO", List.of("Macau", "Macao")),
            Map.entry("NL", List.of("Holland", "The Netherlands")),
            Map.entry("PS", List.of("Palestine")),
            Map.entry("TR", List.of("Turkey")),
            Map.entry("US", List.of("USA", "America", "United States of America")));

    private final Map<String, Set<String>> terms = new ConcurrentHashMap<>();

    /** The English name of an ISO 3166-1 alpha-2 code. */
    static String name(String code) {
        return country(code).getDisplayCountry(Locale.ENGLISH);
    }

    /** All folded texts that name the country, its code among them. */
    Set<String> terms(String code) {
        return terms.computeIfAbsent(code, Countries::namesOf);
    }

    private static Set<String> namesOf(String code) {
        Locale country = country(code);
        Stream<String> translated = LANGUAGES.stream().map(country::getDisplayCountry);
        Stream<String> also = ALSO.getOrDefault(code, List.of()).stream();
        return Stream.concat(Stream.of(code), Stream.concat(translated, also))
                .flatMap(name -> Folding.spellings(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Locale country(String code) {
        return new Locale.Builder().setRegion(code).build();
    }
}
