package dev.parley.location.provider.gazetteer;

import dev.parley.location.place.GeoPoint;
import dev.parley.location.place.NearestCity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds the nearest city, from the point's own latitude outwards: behind the best one's distance nothing can be nearer. */
final class CitiesByLatitude {
    private final Settlement[] cities;
    private final double[] latitudes;

    /** @throws IllegalArgumentException without any city */
    CitiesByLatitude(List<Settlement> settlements) {
        cities = settlements.stream()
                .filter(Settlement::isCity)
                .sorted(Comparator.comparingDouble(city -> city.location().lat()))
                .toArray(Settlement[]::new);
        if (cities.length == 0) {
            throw new IllegalArgumentException("There is no city");
        }
        latitudes =
                Arrays.stream(cities).mapToDouble(city -> city.location().lat()).toArray();
    }

    NearestCity nearest(GeoPoint point) {
        int index = Arrays.binarySearch(latitudes, point.lat());
        int start = index < 0 ? -index - 1 : index;
        Search search = new Search(point);
        boolean north = true;
        boolean south = true;
        for (int step = 0; north || south; step++) {
            north = north && search.visit(start + step);
            south = south && search.visit(start - 1 - step);
        }
        return new NearestCity(search.best.location(), (int) Math.round(search.distance));
    }

    private final class Search {
        private final GeoPoint point;
        private Settlement best = cities[0];
        private double distance = Double.POSITIVE_INFINITY;

        Search(GeoPoint point) {
            this.point = point;
        }

        /** False when neither this one nor any farther in its direction can be nearer. */
        boolean visit(int index) {
            if (index < 0 || index >= cities.length) {
                return false;
            }
            if (Math.abs(latitudes[index] - point.lat()) * GeoPoint.METRES_PER_DEGREE > distance) {
                return false;
            }
            double there = point.distanceTo(GeoPoint.of(cities[index].location()));
            if (there < distance) {
                distance = there;
                best = cities[index];
            }
            return true;
        }
    }
}
