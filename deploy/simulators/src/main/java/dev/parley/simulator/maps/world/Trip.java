package dev.parley.simulator.maps.world;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A way over land between two positions: longer than the straight line, and winding the same way each time. */
public record Trip(Position from, Position to, Mode mode, long metres, Duration duration, List<Position> points) {
    private static final double DETOUR = 1.32;
    private static final double CITY_METRES = 12_000;
    private static final int BENDS = 8;
    private static final double WINDING = 0.06;

    /** How one travels, with the speeds in metres a second within a city and across country. */
    public enum Mode {
        DRIVE(8.1, 26),
        TWO_WHEELER(8.9, 22),
        TRANSIT(6.4, 20),
        BICYCLE(4.3, 4.5),
        WALK(1.34, 1.34);

        private final double inCity;
        private final double acrossCountry;

        Mode(double inCity, double acrossCountry) {
            this.inCity = inCity;
            this.acrossCountry = acrossCountry;
        }

        Duration over(double metres) {
            double slow = Math.min(metres, CITY_METRES);
            return Duration.ofSeconds(Math.round(slow / inCity + (metres - slow) / acrossCountry));
        }
    }

    /** Nothing where the sea lies between. */
    public static Optional<Trip> between(World world, Position from, Position to, Mode mode) {
        if (!landmass(world, from).equals(landmass(world, to))) {
            return Optional.empty();
        }
        double metres = from.metresTo(to) * DETOUR;
        return Optional.of(new Trip(from, to, mode, Math.round(metres), mode.over(metres), points(from, to)));
    }

    private static String landmass(World world, Position position) {
        return world.cities().stream()
                .min((one, other) -> Double.compare(
                        one.position().metresTo(position), other.position().metresTo(position)))
                .orElseThrow()
                .landmass();
    }

    private static List<Position> points(Position from, Position to) {
        double aside = from.metresTo(to) * WINDING;
        SplittableRandom random = Ids.random(from + "/" + to);
        return IntStream.rangeClosed(0, BENDS)
                .mapToObj(index -> {
                    Position straight = from.towards(to, (double) index / BENDS);
                    return index == 0 || index == BENDS
                            ? straight
                            : straight.moved(
                                    random.nextDouble(-aside, aside + 1), random.nextDouble(-aside, aside + 1));
                })
                .toList();
    }
}
