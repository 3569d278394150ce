package dev.parley.agent.turn;

import dev.parley.agent.tool.PreparedCall;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.Tools;
import dev.parley.contracts.turn.RequestTurn;
import java.util.List;
import java.util.Objects;

/**
 * Which calls need somebody to agree: those of tools that want it, and those that change something when it may be somebody
 * else than the user who wants them (decision 0033). What the model makes of it has no say.
 */
final class EffectPolicy {
    private final RequestTurn request;
    private final Offer offer;
    private final Tools every;
    private final Exposure exposure;

    /**
     * @param offer what the first assistant is offered
     * @param every all that those may be offered to whom it hands something
     */
    EffectPolicy(RequestTurn request, Offer offer, Tools every, Exposure exposure) {
        this.request = request;
        this.offer = offer;
        this.every = every;
        this.exposure = exposure;
    }

    boolean needsAgreement(Call call) {
        return call.prepared().approvalRequired() || (mayComeOfOthers(call) && !isUsersOwn(call));
    }

    /** Clients that keep their conversation themselves have no words for asking a person. */
    boolean canAsk() {
        return request.context() == null;
    }

    Exposure exposure() {
        return exposure;
    }

    private boolean mayComeOfOthers(Call call) {
        PreparedCall prepared = call.prepared();
        return prepared.isPossible()
                && prepared.effect().changes()
                && (exposure.isExposed() || isDescribedBesideOthers(call));
    }

    /** A server's words about its own tools can do no more than the server itself; those about others' could. */
    private boolean isDescribedBesideOthers(Call call) {
        List<ToolDescription> seen = call.effect().task().isWhole() ? offer.tools() : every.all();
        String own = seen.stream()
                .filter(tool -> tool.toolId().equals(call.prepared().toolId()))
                .map(ToolDescription::describedBy)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return seen.stream().map(ToolDescription::describedBy).anyMatch(other -> other != null && !other.equals(own));
    }

    /** The tool that the user has named, once, and with nothing but the user's words. */
    private boolean isUsersOwn(Call call) {
        return call.effect().task().isWhole()
                && call.prepared().toolId().equals(offer.requiredTool())
                && call.effect().step() == 0
                && call.effect().position() == 0
                && UserWords.of(request.message()).haveAll(call.request().arguments());
    }
}
