package dev.parley.agent.allowance;

import dev.parley.agent.person.PersonalData;
import dev.parley.contracts.id.Principal;
import dev.parley.platform.tenant.TenantScope;
import org.springframework.stereotype.Component;

/** Forgets what people have spent who are gone for good. */
@Component
class SpendingOfTheGone implements PersonalData {
    private final Spending spending;
    private final Holds holds;

    SpendingOfTheGone(Spending spending, Holds holds) {
        this.spending = spending;
        this.holds = holds;
    }

    @Override
    public void erase(Principal person) {
        spending.forget(TenantScope.nameOf(person));
        holds.forget(TenantScope.nameOf(person));
    }
}
