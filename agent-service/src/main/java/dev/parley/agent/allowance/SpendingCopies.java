package dev.parley.agent.allowance;

import dev.parley.contracts.id.Principal;
import dev.parley.platform.takeout.KeptData;
import dev.parley.platform.takeout.Takeout;
import dev.parley.platform.tenant.TenantScope;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** What somebody has spent, to take along. */
@Component
class SpendingCopies implements KeptData {
    private final Spending spending;

    SpendingCopies(Spending spending) {
        this.spending = spending;
    }

    @Override
    public void copyTo(Takeout takeout, Principal person) throws IOException {
        for (MonthlySpending month : spending.byMonth(TenantScope.nameOf(person))) {
            takeout.line("spending.jsonl", month);
        }
    }
}
