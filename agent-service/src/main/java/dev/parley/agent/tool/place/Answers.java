package dev.parley.agent.tool.place;

import dev.parley.agent.location.LookupException;
import dev.parley.agent.tool.ToolOutcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What the tools about places share. */
final class Answers {
    private Answers() {}

    /** @throws LookupException when there is none */
    static <T> T await(CompletableFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LookupException known) {
                throw known;
            }
            throw new CompletionException(e.getCause());
        }
    }

    static ToolOutcome.Failure unknownArea(String area) {
        return new ToolOutcome.Failure(
                "area_not_found",
                "No place called “" + area + "” is known. Ask for a larger city, or for another spelling of it.");
    }
}
