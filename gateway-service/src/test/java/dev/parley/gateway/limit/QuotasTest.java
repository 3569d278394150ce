package dev.parley.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.RouteLimit;
import dev.parley.gateway.security.GatewayCaller;
import dev.parley.gateway.security.GatewayCaller.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class QuotasTest {

    private static final GatewayCaller USER = new GatewayCaller(Kind.USER, "42");
    private static final GatewayCaller ADDRESS = new GatewayCaller(Kind.ADDRESS, "192.0.2.1");

    private final Quotas all = new Quotas(new RateSettings(100, 30, 60, 20, 500, 1000, 50), new MockEnvironment());

    @Test
    void a_guest_draws_from_the_budget_of_its_address_and_from_what_all_share() {
        assertThat(keys(all.of(ADDRESS, ADDRESS, null, true)))
                .containsExactly("caller:100:address:192.0.2.1", "guest:500:guests", "global:1000:all");
    }

    @Test
    void a_user_has_a_budget_wherever_it_calls_from_and_takes_nothing_from_the_guests() {
        assertThat(keys(all.of(USER, ADDRESS, RouteLimit.TURN, false)))
                .containsExactly("caller:100:user:42", "turn:30:user:42", "global:1000:all");
    }

    @Test
    void tools_have_a_budget_of_their_own() {
        assertThat(keys(all.of(USER, ADDRESS, RouteLimit.TOOL, false)))
                .containsExactly("caller:100:user:42", "tool:60:user:42", "global:1000:all");
    }

    @Test
    void credentials_are_tried_from_an_address_whoever_does_it() {
        assertThat(keys(all.of(USER, ADDRESS, RouteLimit.AUTH, false)))
                .containsExactly("caller:100:user:42", "auth:20:address:192.0.2.1", "global:1000:all");
    }

    @Test
    void without_a_limit_of_callers_there_is_none_of_turns_and_credentials() {
        Quotas open = new Quotas(new RateSettings(0, 30, 60, 20, 0, 7, 50), new MockEnvironment());

        assertThat(keys(open.of(ADDRESS, ADDRESS, RouteLimit.TURN, false))).containsExactly("global:7:all");
        assertThat(keys(open.of(ADDRESS, ADDRESS, RouteLimit.AUTH, false))).containsExactly("global:7:all");
    }

    @Test
    void guests_have_a_budget_in_production_unless_somebody_says_otherwise() {
        MockEnvironment production = new MockEnvironment().withProperty("ENVIRONMENT", "production");
        RateSettings unsaid = new RateSettings(0, 0, 0, 0, null, 0, 0);
        RateSettings off = new RateSettings(0, 0, 0, 0, 0, 0, 0);

        assertThat(keys(new Quotas(unsaid, production).of(ADDRESS, ADDRESS, null, true)))
                .containsExactly("guest:3000:guests");
        assertThat(keys(new Quotas(unsaid, new MockEnvironment()).of(ADDRESS, ADDRESS, null, true)))
                .isEmpty();
        assertThat(keys(new Quotas(off, production).of(ADDRESS, ADDRESS, null, true)))
                .isEmpty();
    }

    private static List<String> keys(List<Budget> budgets) {
        return budgets.stream().map(Budget::key).toList();
    }
}
