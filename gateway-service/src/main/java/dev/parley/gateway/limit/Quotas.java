package dev.parley.gateway.limit;

import dev.parley.gateway.RouteLimit;
import dev.parley.gateway.security.GatewayCaller;
import dev.parley.platform.settings.Stage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Which budgets a request draws from. A caller's own come first and those that are shared last: who is over their own
 * takes nothing from the others.
 */
@Component
final class Quotas {

    /** Some hundred visitors who read and ask at once. Who brings a token, or is about to get one, is not touched when it is spent. */
    private static final int GUESTS_IN_PRODUCTION = 3000;

    private final Quota caller;
    private final Quota turns;
    private final Quota tools;
    private final Quota auth;
    private final Quota guests;
    private final Quota all;

    Quotas(RateSettings settings, Environment environment) {
        boolean each = settings.perMinute() > 0;
        this.caller = new Quota("caller", settings.perMinute(), "requests of one caller");
        this.turns = new Quota("turn", each ? settings.turnsPerMinute() : 0, "questions of one caller");
        this.tools = new Quota("tool", each ? settings.toolsPerMinute() : 0, "uses of tools by one caller");
        this.auth = new Quota("auth", each ? settings.authPerMinute() : 0, "tries from one address");
        this.guests =
                new Quota("guest", guests(settings, Stage.of(environment)), "requests of callers without a token");
        this.all = new Quota("global", settings.allPerMinute(), "requests of all callers");
    }

    /**
     * Those of one request.
     *
     * @param accountable the user, or the address of a caller without a token
     * @param address of the client, whoever it is
     * @param counts what else it is, besides a request
     * @param guest whether it is a visitor's, who brings no token
     */
    List<Budget> of(GatewayCaller accountable, GatewayCaller address, @Nullable RouteLimit counts, boolean guest) {
        List<Budget> budgets = new ArrayList<>();
        add(budgets, caller, accountable.key());
        switch (counts) {
            case null -> {
                // A request, and nothing besides.
            }
            case TURN -> add(budgets, turns, accountable.key());
            case TOOL -> add(budgets, tools, accountable.key());
            case AUTH -> add(budgets, auth, address.key());
        }
        if (guest) {
            add(budgets, guests, "guests");
        }
        add(budgets, all, "all");
        return budgets;
    }

    private static int guests(RateSettings settings, Stage stage) {
        Integer given = settings.guestsPerMinute();
        if (given != null) {
            return given;
        }
        return stage == Stage.PRODUCTION ? GUESTS_IN_PRODUCTION : 0;
    }

    private static void add(List<Budget> budgets, Quota quota, String whose) {
        if (quota.perMinute() > 0) {
            budgets.add(new Budget(quota, whose));
        }
    }
}
