package dev.parley.location.provider.demo;

import dev.parley.contracts.location.Place;
import dev.parley.location.place.Folding;
import dev.parley.location.place.GeoPoint;
import dev.parley.location.provider.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invented place.
 *
 * @param nameWords the folded words of its name
 */
record DemoPlace(
        String id,
        String name,
        List<String> nameWords,
        String category,
        String neighbourhood,
        GeoPoint point,
        @Nullable Double rating,
        @Nullable Integer priceLevel) {

    static DemoPlace of(Row row) {
        String rating = row.optional(6);
        String priceLevel = row.optional(7);
        return new DemoPlace(
                row.text(0),
                row.text(1),
                Folding.words(row.text(1)),
                row.text(2),
                row.text(3),
                new GeoPoint(row.number(4), row.number(5)),
                rating == null ? null : Double.valueOf(rating),
                priceLevel == null ? null : Integer.valueOf(priceLevel));
    }

    Place seenFrom(GeoPoint middle) {
        return new Place(
                id,
                name,
                category,
                neighbourhood,
                point.lat(),
                point.lng(),
                (int) Math.round(point.distanceTo(middle)),
                rating,
                priceLevel,
                DemoPlaces.SOURCE);
    }
}
