package dev.parley.simulator.maps.world;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts places into the cities: more of them around the middle of a district, some better known than others. */
final class Settlement {
    private static final double SPREAD = 700;
    private static final int DISTRICT_SKEW = 3;

    private final long seed;
    private final Sources sources;

    Settlement(long seed, Sources sources) {
        this.seed = seed;
        this.sources = sources;
    }

    List<Poi> pois() {
        return sources.cities().stream()
                .flatMap(city -> sources.categories().stream().flatMap(category -> pois(city, category)))
                .toList();
    }

    private Stream<Poi> pois(City city, Category category) {
        return IntStream.range(0, category.count()).mapToObj(index -> poi(city, category, index));
    }

    private Poi poi(City city, Category category, int index) {
        SplittableRandom random = Ids.random(seed, city.name(), category.type(), index);
        District district = district(city, category, index);
        Position position = district.position().moved(gaussian(random) * SPREAD, gaussian(random) * SPREAD);
        return new Poi(
                category,
                name(city, category, district, index),
                city,
                district,
                Integer.toString(random.nextInt(1, 180)),
                position,
                random.nextInt(32, 50) / 10.0,
                (int) Math.round(Math.exp(random.nextDouble(1.5, 8))),
                random.nextInt(10_000_000, 100_000_000),
                DayOfWeek.of(random.nextInt(1, 8)));
    }

    /** Each kind of place is at home in some districts and rare in others, so that areas differ. */
    private District district(City city, Category category, int index) {
        List<District> districts = city.districts();
        SplittableRandom random = Ids.random(seed, city.name(), category.type(), index, "district");
        int favourite = Ids.random(seed, city.name(), category.type()).nextInt(districts.size());
        double skewed = Math.pow(random.nextDouble(), DISTRICT_SKEW - 1.0);
        return districts.get((favourite + (int) (skewed * districts.size())) % districts.size());
    }

    /** Names within a city and kind do not repeat until the words run out. */
    private String name(City city, Category category, District district, int index) {
        List<String> words = sources.names();
        int shift = Ids.random(seed, city.name(), category.type(), "names").nextInt(words.size());
        String pattern = category.names().get(index % category.names().size());
        return pattern.replace("{x}", words.get((shift + index) % words.size()))
                .replace("{district}", district.name())
                .replace("{street}", city.streetOf(district));
    }

    private static double gaussian(SplittableRandom random) {
        return Random.from(random).nextGaussian();
    }
}
