package dev.parley.simulator.maps.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what a text names, and what lies at a position. Immutable. */
public final class Gazetteer {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}])(\\d{1,4}[a-z]?)(?![\\p{L}\\p{N}])");
    private static final Comparator<Named> LONGEST_FIRST =
            Comparator.comparingInt(each -> -each.words().length());
    private static final double OUTSKIRTS = 1.5;
    private static final double METRES_PER_NUMBER = 8;

    private final List<City> cities;
    private final List<Named> names;

    Gazetteer(List<City> cities, List<Poi> pois) {
        this.cities = cities;
        this.names = Stream.concat(
                        cities.stream().flatMap(Gazetteer::namesIn),
                        pois.stream().map(poi -> new Named(Words.of(poi.name()), Spot.place(poi))))
                .toList();
    }

    /** What a text names, the smallest thing it names; several when it does not say which. */
    public List<Spot> find(String text) {
        String words = Words.of(text);
        List<Named> named = names.stream()
                .filter(each -> Words.contains(words, each.words()))
                .toList();
        List<Named> consistent =
                named.stream().filter(each -> fits(each, named)).toList();
        Spot.Kind smallest = consistent.stream()
                .map(each -> each.spot().kind())
                .max(Comparator.naturalOrder())
                .orElse(Spot.Kind.COUNTRY);
        return consistent.stream()
                .filter(each -> each.spot().is(smallest))
                .collect(Collectors.toMap(each -> each.spot().placeId(), Function.identity(), Gazetteer::longer))
                .values()
                .stream()
                .map(each -> finished(each, words, consistent))
                .sorted(Comparator.comparingLong((Spot spot) -> -spot.city().population())
                        .thenComparing(Spot::placeId))
                .toList();
    }

    /** What lies at a position, from the address to the country; nothing far from every city. */
    public List<Spot> at(Position position) {
        return cityAt(position).map(city -> at(position, city)).orElse(List.of());
    }

    Optional<City> cityAt(Position position) {
        return cities.stream()
                .filter(city -> city.position().metresTo(position) <= city.radius() * OUTSKIRTS)
                .min(Comparator.comparingDouble(city -> city.position().metresTo(position)));
    }

    List<Spot> all() {
        return names.stream().map(Named::spot).toList();
    }

    private static List<Spot> at(Position position, City city) {
        District district = city.districtAt(position);
        int number = 1 + (int) (district.position().metresTo(position) / METRES_PER_NUMBER) % 199;
        return List.of(
                Spot.address(city, district, Integer.toString(number), position),
                Spot.district(city, district),
                Spot.city(city),
                Spot.country(city));
    }

    private static Stream<Named> namesIn(City city) {
        List<Named> names = new ArrayList<>();
        names.add(new Named(Words.of(city.country()), Spot.country(city)));
        names.add(new Named(Words.of(city.countryShort()), Spot.country(city)));
        names.add(new Named(Words.of(city.name()), Spot.city(city)));
        city.aliases().forEach(alias -> names.add(new Named(Words.of(alias), Spot.city(city))));
        city.districts().forEach(each -> names.add(new Named(Words.of(each.name()), Spot.district(city, each))));
        city.streets().forEach(each -> names.add(new Named(Words.of(each), Spot.street(city, each))));
        return names.stream();
    }

    /** A name counts only where it agrees with the city, or else the country, that the text names too. */
    private static boolean fits(Named name, List<Named> all) {
        City city = name.spot().city();
        List<Spot> larger = all.stream()
                .map(Named::spot)
                .filter(spot -> spot.kind().compareTo(Spot.Kind.CITY) <= 0)
                .filter(spot -> spot.kind().compareTo(name.spot().kind()) < 0)
                .toList();
        List<Spot> named =
                larger.stream().filter(spot -> spot.is(Spot.Kind.CITY)).toList();
        return named.isEmpty()
                ? larger.isEmpty()
                        || larger.stream()
                                .anyMatch(spot -> spot.city().country().equals(city.country()))
                : named.stream().anyMatch(spot -> spot.city().equals(city));
    }

    private static Named longer(Named one, Named other) {
        return one.words().length() >= other.words().length() ? one : other;
    }

    private static Spot finished(Named name, String words, List<Named> all) {
        Spot spot = name.spot();
        String rest = unexplained(words, spot.city(), all);
        Matcher number = NUMBER.matcher(rest);
        if (spot.is(Spot.Kind.STREET) && number.find()) {
            String found = number.group(1);
            return partlyUnlessBlank(numbered(spot, found), Words.without(rest, found));
        }
        return partlyUnlessBlank(spot, rest);
    }

    /** What is left of the words when all that was understood is taken away, longer names before names within them. */
    private static String unexplained(String words, City city, List<Named> all) {
        String rest = words;
        for (Named each : all.stream().sorted(LONGEST_FIRST).toList()) {
            rest = Words.without(rest, each.words());
        }
        for (District district : city.districts()) {
            rest = Words.without(rest, Words.of(city.postcodeOf(district)));
        }
        return Words.without(rest, Words.of(city.regionCode()));
    }

    private static Spot numbered(Spot street, String number) {
        District district = street.inDistrict().orElseThrow();
        double metres = Integer.parseInt(number.replaceAll("\\D", "")) * METRES_PER_NUMBER % 1500;
        double bearing = Ids.random(street.name()).nextDouble(2 * Math.PI);
        Position position = district.position().moved(metres * Math.sin(bearing), metres * Math.cos(bearing));
        return Spot.address(street.city(), district, number, position);
    }

    private static Spot partlyUnlessBlank(Spot spot, String rest) {
        return rest.isEmpty() ? spot : spot.partly();
    }

    private record Named(String words, Spot spot) {}
}
