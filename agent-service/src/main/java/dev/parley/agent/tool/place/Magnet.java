package dev.parley.agent.tool.place;

import java.util.List;

/**
 * A kind of place that brings customers to its neighbours.
 *
 * @param weight how many customers one of them brings, compared with the others
 */
record Magnet(String what, String plural, int weight) {
    private static final List<Magnet> ALL = List.of(
            new Magnet("office", "offices", 3),
            new Magnet("transit station", "stations", 4),
            new Magnet("school", "schools", 2),
            new Magnet("park", "parks", 1));

    static List<Magnet> all() {
        return ALL;
    }

    String counted(int count) {
        return count + " " + (count == 1 ? what : plural);
    }
}
