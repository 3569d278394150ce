package dev.parley.simulator.maps.world;

import java.util.List;

/** Google's encoded polyline, which OSRM uses too, with five decimals. */
public final class Polyline {
    private static final double PRECISION = 1e5;

    private Polyline() {}

    public static String encode(List<Position> points) {
        StringBuilder out = new StringBuilder();
        long lat = 0;
        long lng = 0;
        for (Position point : points) {
            long nextLat = Math.round(point.lat() * PRECISION);
            long nextLng = Math.round(point.lng() * PRECISION);
            append(out, nextLat - lat);
            append(out, nextLng - lng);
            lat = nextLat;
            lng = nextLng;
        }
        return out.toString();
    }

    private static void append(StringBuilder out, long difference) {
        long rest = difference < 0 ? ~(difference << 1) : difference << 1;
        while (rest >= 0x20) {
            out.append((char) ((0x20 | (rest & 0x1f)) + 63));
            rest >>= 5;
        }
        out.append((char) (rest + 63));
    }
}
