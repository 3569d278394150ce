package dev.parley.agent.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agent.turn.AgentTest;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each may spend a dollar a month. */
@AgentTest
class BudgetsTest {
    private final Budgets budgets;
    private final Principal owner =
            new Principal(Principal.Kind.USER, UUID.randomUUID().toString());

    BudgetsTest(@Autowired Budgets budgets) {
        this.budgets = budgets;
    }

    @Test
    void of_many_who_ask_at_once_so_many_are_let_in_as_can_be_paid() throws InterruptedException {
        List<Callable<Boolean>> askers = Stream.<Callable<Boolean>>generate(() -> this::isLetIn)
                .limit(40)
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(askers).stream().filter(Future::resultNow))
                    .hasSize(3);
        }
    }

    @Test
    void another_attempt_holds_in_place_of_the_lost_one_which_holds_nothing_more() {
        TurnId turn = new TurnId(UUID.randomUUID());
        TurnBudget lost = open(turn, 1);
        lost.take(dollars("0.6"));
        open(turn, 2).take(dollars("0.5"));

        lost.take(dollars("0.3"));

        open(new TurnId(UUID.randomUUID()), 1).take(dollars("0.5"));
        TurnBudget late = open(new TurnId(UUID.randomUUID()), 1);
        assertThatThrownBy(() -> late.take(dollars("0.001")))
                .isInstanceOfSatisfying(
                        OverBudget.class, e -> assertThat(e.isForNow()).isTrue());
    }

    @Test
    void an_attempt_that_has_begun_holds_what_it_takes_though_there_is_not_so_much() {
        TurnBudget begun = open(new TurnId(UUID.randomUUID()), 1);
        begun.take(dollars("0.9"));
        begun.correct(dollars("0.9"), dollars("0.8"));
        begun.take(dollars("0.4"));

        TurnBudget late = open(new TurnId(UUID.randomUUID()), 1);

        assertThatThrownBy(() -> late.take(dollars("0.001"))).isInstanceOf(OverBudget.class);
    }

    private boolean isLetIn() {
        try {
            open(new TurnId(UUID.randomUUID()), 1).take(dollars("0.3"));
            return true;
        } catch (OverBudget e) {
            return false;
        }
    }

    private TurnBudget open(TurnId turn, int attempt) {
        return budgets.open(new AttemptId(turn, attempt), owner, null);
    }

    private static BigDecimal dollars(String amount) {
        return new BigDecimal(amount);
    }
}
