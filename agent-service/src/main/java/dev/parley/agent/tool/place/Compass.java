package dev.parley.agent.tool.place;

import dev.parley.contracts.location.Location;
import dev.parley.contracts.location.Place;
import java.util.List;

/** Names a part of an area where the provider knows no neighbourhoods. */
final class Compass {
    private static final int CENTRE_M = 700;
    private static final List<String> WINDS =
            List.of("North", "North-east", "East", "South-east", "South", "South-west", "West", "North-west");

    private Compass() {}

    static String part(Location area, Place place) {
        if (place.distanceM() < CENTRE_M) {
            return area.name() + " Centre";
        }
        double north = place.lat() - area.lat();
        double east = (place.lng() - area.lng()) * Math.cos(Math.toRadians(area.lat()));
        double bearing = Math.toDegrees(Math.atan2(east, north));
        int wind = Math.floorMod((int) Math.round(bearing / 45), WINDS.size());
        return area.name() + " " + WINDS.get(wind);
    }
}
