package dev.parley.simulator.maps.world;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A city. The n-th street is the main street of the n-th district. */
public record City(
        String name,
        List<String> aliases,
        String country,
        @JsonProperty("country_code") String countryCode,
        @JsonProperty("country_short") String countryShort,
        String region,
        @JsonProperty("region_code") String regionCode,
        String landmass,
        double lat,
        double lng,
        double radius,
        long population,
        ZoneId timezone,
        String postcode,
        String town,
        String dialling,
        String language,
        @JsonProperty("number_first") boolean numberFirst,
        List<District> districts,
        List<String> streets) {

    public Position position() {
        return new Position(lat, lng);
    }

    public District districtAt(Position position) {
        return districts.stream()
                .min(Comparator.comparingDouble(each -> each.position().metresTo(position)))
                .orElseThrow();
    }

    /** The main street of a district. */
    public String streetOf(District district) {
        return streets.get(districts.indexOf(district));
    }

    public District districtOf(String street) {
        return districts.get(streets.indexOf(street));
    }

    public String postcodeOf(District district) {
        return postcode.replace("{n}", String.format(Locale.ROOT, "%02d", districts.indexOf(district) + 1));
    }

    /** Such as {@code 10115 Berlin} or {@code Austin, TX 78701}. */
    public String townLine(District district) {
        return town.replace("{postcode}", postcodeOf(district))
                .replace("{city}", name)
                .replace("{region}", regionCode);
    }

    public String streetLine(String street, String number) {
        return numberFirst ? number + " " + street : street + " " + number;
    }
}
