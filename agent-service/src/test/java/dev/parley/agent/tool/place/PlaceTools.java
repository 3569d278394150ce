package dev.parley.agent.tool.place;

import dev.parley.agent.location.Places;
import dev.parley.agent.tool.Tool;
import java.util.List;

/** The tools about places, around the places of a test. */
public final class PlaceTools {
    private PlaceTools() {}

    public static List<Tool<?>> all(Places places) {
        return List.of(new FindPlacesTool(places), new LocationScoutTool(places));
    }
}
