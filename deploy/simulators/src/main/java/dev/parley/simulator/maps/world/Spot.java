package dev.parley.simulator.maps.world;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that has a position: from a country down to one place.
 *
 * @param city of a country: one of its cities
 * @param street of an address or a street, else empty
 * @param number of an address, else empty
 * @param radius metres
 * @param partial whether it is only a part of what was asked for
 */
public record Spot(
        Kind kind,
        String name,
        City city,
        @Nullable District district,
        String street,
        String number,
        @Nullable Poi poi,
        Position position,
        double radius,
        boolean partial) {

    /** From large to small. */
    public enum Kind {
        COUNTRY,
        CITY,
        DISTRICT,
        STREET,
        ADDRESS,
        PLACE
    }

    private static final double COUNTRY_RADIUS = 300_000;
    private static final double STREET_RADIUS = 600;
    private static final double ADDRESS_RADIUS = 150;

    static Spot country(City city) {
        return new Spot(Kind.COUNTRY, city.country(), city, null, "", "", null, city.position(), COUNTRY_RADIUS, false);
    }

    public static Spot city(City city) {
        return new Spot(Kind.CITY, city.name(), city, null, "", "", null, city.position(), city.radius(), false);
    }

    static Spot district(City city, District district) {
        return new Spot(
                Kind.DISTRICT,
                district.name(),
                city,
                district,
                "",
                "",
                null,
                district.position(),
                District.RADIUS,
                false);
    }

    static Spot street(City city, String street) {
        District district = city.districtOf(street);
        return new Spot(
                Kind.STREET, street, city, district, street, "", null, district.position(), STREET_RADIUS, false);
    }

    static Spot address(City city, District district, String number, Position position) {
        String street = city.streetOf(district);
        return new Spot(Kind.ADDRESS, street, city, district, street, number, null, position, ADDRESS_RADIUS, false);
    }

    public static Spot place(Poi poi) {
        return new Spot(
                Kind.PLACE,
                poi.name(),
                poi.city(),
                poi.district(),
                poi.street(),
                poi.number(),
                poi,
                poi.position(),
                ADDRESS_RADIUS,
                false);
    }

    Spot partly() {
        return new Spot(kind, name, city, district, street, number, poi, position, radius, true);
    }

    public Optional<District> inDistrict() {
        return Optional.ofNullable(district);
    }

    public Optional<Poi> asPlace() {
        return Optional.ofNullable(poi);
    }

    public boolean is(Kind wanted) {
        return kind == wanted;
    }

    public String placeId() {
        return poi == null ? Ids.placeId(key()) : poi.placeId();
    }

    public long osmId() {
        return poi == null ? Ids.osmId(key()) : poi.osmId();
    }

    private String key() {
        return kind + "/" + (kind == Kind.COUNTRY ? "" : city.name()) + "/" + name + "/" + number;
    }
}
