package dev.parley.agent.turn;

import dev.parley.agent.tool.PreparedCall;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.contracts.turn.RequestTurn;
import java.util.Objects;

/**
 * Which calls need somebody to agree: those of tools that want it, and those that change something when it may be somebody
 * else than the user who wants them (decision 0033). What the model makes of it has no say.
 */
final class EffectPolicy {
    private final RequestTurn request;
    private final Offer offer;
    private final Exposure exposure;

    EffectPolicy(RequestTurn request, Offer offer, Exposure exposure) {
        this.request = request;
        this.offer = offer;
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
                && (exposure.isExposed() || isDescribedBesideOthers(prepared.toolId()));
    }

    /** A server's words about its own tools can do no more than the server itself; those about others' could. */
    private boolean isDescribedBesideOthers(String toolId) {
        String own = offer.tools().stream()
                .filter(tool -> tool.toolId().equals(toolId))
                .map(ToolDescription::describedBy)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return offer.tools().stream()
                .map(ToolDescription::describedBy)
                .anyMatch(other -> other != null && !other.equals(own));
    }

    /** The tool that the user has named, once, and with nothing but the user's words. */
    private boolean isUsersOwn(Call call) {
        return call.prepared().toolId().equals(offer.requiredTool())
                && call.effect().step() == 0
                && call.effect().position() == 0
                && UserWords.of(request.message()).haveAll(call.request().arguments());
    }
}
