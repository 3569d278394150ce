package dev.parley.simulator.maps.google;

import dev.parley.simulator.http.Json;
import dev.parley.simulator.maps.world.Category;
import dev.parley.simulator.maps.world.Poi;
import dev.parley.simulator.maps.world.Position;
import dev.parley.simulator.maps.world.Spot;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A place of the Places API (New), with every field the simulator knows; a mask picks from it. */
final class PlaceJson {
    /** All fields of the real resource that a mask may name. */
    static final Set<String> FIELDS = Set.of(
            ("accessibilityOptions addressComponents addressDescriptor adrFormatAddress allowsDogs attributions businessStatus"
                            + " containingPlaces curbsidePickup currentOpeningHours currentSecondaryOpeningHours delivery dineIn"
                            + " displayName editorialSummary evChargeAmenitySummary evChargeOptions formattedAddress fuelOptions"
                            + " generativeSummary goodForChildren goodForGroups goodForWatchingSports googleMapsLinks googleMapsUri"
                            + " iconBackgroundColor iconMaskBaseUri id internationalPhoneNumber liveMusic location menuForChildren"
                            + " name nationalPhoneNumber neighborhoodSummary outdoorSeating parkingOptions paymentOptions photos"
                            + " plusCode postalAddress priceLevel priceRange primaryType primaryTypeDisplayName"
                            + " pureServiceAreaBusiness rating regularOpeningHours regularSecondaryOpeningHours reservable restroom"
                            + " reviews reviewSummary servesBeer servesBreakfast servesBrunch servesCocktails servesCoffee"
                            + " servesDessert servesDinner servesLunch servesVegetarianFood servesWine shortFormattedAddress"
                            + " subDestinations takeout timeZone types userRatingCount utcOffsetMinutes viewport websiteUri")
                    .split("\\s+"));

    private static final List<String> PRICES = List.of(
            "PRICE_LEVEL_INEXPENSIVE", "PRICE_LEVEL_MODERATE", "PRICE_LEVEL_EXPENSIVE", "PRICE_LEVEL_VERY_EXPENSIVE");

    private PlaceJson() {}

    static ObjectNode of(Spot spot, Instant now) {
        ObjectNode place = Json.object().put("name", "places/" + spot.placeId()).put("id", spot.placeId());
        Types.of(spot).forEach(place.putArray("types")::add);
        Components components = Components.of(spot);
        place.put("formattedAddress", components.line());
        addressComponents(
                place.putArray("addressComponents"), components, spot.city().language());
        place.set("location", latLng(spot.position()));
        ObjectNode viewport = place.putObject("viewport");
        viewport.set("low", latLng(spot.position().southWest(spot.radius())));
        viewport.set("high", latLng(spot.position().northEast(spot.radius())));
        place.put("googleMapsUri", "https://maps.google.com/?cid=" + spot.osmId());
        place.set("displayName", text(spot.name(), spot.city().language()));
        place.putObject("timeZone").put("id", spot.city().timezone().getId());
        place.put(
                "utcOffsetMinutes",
                spot.city().timezone().getRules().getOffset(now).getTotalSeconds() / 60);
        spot.asPlace().ifPresent(poi -> describe(place, poi, spot, now));
        return place;
    }

    /** The words for a price, or nothing where prices make no sense. */
    static String priceLevel(Category category) {
        return category.price() == 0 ? "" : PRICES.get(category.price() - 1);
    }

    static ObjectNode latLng(Position position) {
        return Json.object().put("latitude", position.lat()).put("longitude", position.lng());
    }

    private static void describe(ObjectNode place, Poi poi, Spot spot, Instant now) {
        Category category = poi.category();
        place.put("nationalPhoneNumber", poi.nationalNumber());
        place.put("internationalPhoneNumber", poi.internationalNumber());
        place.put("rating", poi.rating());
        place.put("userRatingCount", poi.ratings());
        place.put("websiteUri", poi.website());
        place.set("regularOpeningHours", hours(poi, now));
        place.put("businessStatus", "OPERATIONAL");
        if (category.price() > 0) {
            place.put("priceLevel", priceLevel(category));
        }
        place.put("primaryType", category.type());
        place.set("primaryTypeDisplayName", text(category.label(), "en-US"));
        place.put(
                "shortFormattedAddress",
                Components.street(spot) + ", " + spot.city().name());
    }

    private static void addressComponents(ArrayNode parts, Components components, String language) {
        for (Components.Part part : components.parts()) {
            ObjectNode json = parts.addObject().put("longText", part.name()).put("shortText", part.shortName());
            part.types().forEach(json.putArray("types")::add);
            json.put("languageCode", language);
        }
    }

    private static ObjectNode hours(Poi poi, Instant now) {
        ObjectNode hours =
                Json.object().put("openNow", poi.isOpenAt(now.atZone(poi.city().timezone())));
        ArrayNode periods = hours.putArray("periods");
        if (poi.category().alwaysOpen()) {
            periods.addObject().set("open", point(0, 0));
            week(poi).forEach(hours.putArray("weekdayDescriptions")::add);
            return hours;
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day != poi.closed()) {
                ObjectNode period = periods.addObject();
                period.set("open", point(googleDay(day), poi.category().opens()));
                period.set("close", closing(day, poi.category().closes()));
            }
        }
        week(poi).forEach(hours.putArray("weekdayDescriptions")::add);
        return hours;
    }

    private static ObjectNode closing(DayOfWeek day, int hour) {
        return hour == 24 ? point(googleDay(day.plus(1)), 0) : point(googleDay(day), hour);
    }

    private static List<String> week(Poi poi) {
        List<String> week = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
            week.add(name + ": " + hoursOn(day, poi));
        }
        return week;
    }

    private static String hoursOn(DayOfWeek day, Poi poi) {
        if (poi.category().alwaysOpen()) {
            return "Open 24 hours";
        }
        return day == poi.closed()
                ? "Closed"
                : "%d:00 – %d:00"
                        .formatted(poi.category().opens(), poi.category().closes() % 24);
    }

    private static ObjectNode point(int day, int hour) {
        return Json.object().put("day", day).put("hour", hour).put("minute", 0);
    }

    /** Google's week begins on Sunday with 0. */
    private static int googleDay(DayOfWeek day) {
        return day.getValue() % 7;
    }

    private static ObjectNode text(String text, String language) {
        return Json.object().put("text", text).put("languageCode", language);
    }
}
