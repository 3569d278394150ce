package dev.parley.agent.model.remote;

import dev.parley.agent.location.FakePlaces;
import dev.parley.agent.tool.TestTools;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.place.PlaceTools;
import java.util.List;

/** The real tools, described. */
final class OpenAiTools {
    static final List<ToolDescription> ALL =
            TestTools.registry(PlaceTools.all(new FakePlaces())).all();

    private OpenAiTools() {}
}
