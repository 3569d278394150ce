package dev.parley.agent.model.offline;

import dev.parley.agent.location.FakePlaces;
import dev.parley.agent.model.Model;
import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ModelMessage.Assistant;
import dev.parley.agent.model.ModelMessage.ToolAnswer;
import dev.parley.agent.model.ModelMessage.User;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.SteadyModels;
import dev.parley.agent.model.ToolRequest;
import dev.parley.agent.tool.TestTools;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.place.PlaceTools;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The offline model with its real embeddings and the real tools, loaded once. */
final class Offline {
    static final List<ToolDescription> TOOLS =
            TestTools.registry(PlaceTools.all(new FakePlaces())).all();
    static final OfflineMind MIND = OfflineMind.create(new RememberedEmbeddings(new MiniLm()));
    private static final ExecutorService THINKING = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().name("test-thinking").daemon().factory());

    private Offline() {}

    static Model speaking(Duration gap) {
        return SteadyModels.patient(new OfflineStreaming(MIND, gap, THINKING, SteadyModels.timer()));
    }

    /** A request for an answer to the last of these utterances; the others were answered. */
    static ModelRequest after(String... utterances) {
        List<ModelMessage> messages = new ArrayList<>();
        messages.add(new ModelMessage.Instructions("You are an assistant."));
        for (int i = 0; i < utterances.length; i++) {
            messages.add(new User(utterances[i]));
            if (i < utterances.length - 1) {
                messages.add(Assistant.said("All right."));
            }
        }
        return new ModelRequest(messages, TOOLS, null, null);
    }

    static String said(String... utterances) {
        return said(after(utterances));
    }

    static String said(ModelRequest request) {
        return switch (MIND.think(request)) {
            case Thought.Say say -> say.text();
            case Thought.UseTool use -> throw new AssertionError("it wants the tool " + use);
        };
    }

    /** What it says to the answer of a tool. */
    static String wording(String question, String toolId, String arguments, String result) {
        var asked = new ToolRequest("call_1", toolId, arguments);
        return said(new ModelRequest(
                List.of(
                        new User(question),
                        new Assistant("", List.of(asked)),
                        new ToolAnswer("call_1", toolId, result)),
                TOOLS,
                null,
                null));
    }
}
