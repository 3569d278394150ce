package dev.parley.agent.allowance;

import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.UserId;
import dev.parley.contracts.identity.IdentityEvent;
import dev.parley.contracts.identity.UserErased;
import dev.parley.platform.messaging.Received;
import dev.parley.platform.tenant.TenantScope;
import java.util.List;
import org.springframework.stereotype.Component;

/** Forgets what people have spent who are gone for good. All else that is kept of them here goes with their conversations. */
@Component
class SpendingOfTheGone {
    private final Spending spending;

    SpendingOfTheGone(Spending spending) {
        this.spending = spending;
    }

    void accept(List<Received<IdentityEvent>> batch) {
        for (Received<IdentityEvent> received : batch) {
            switch (received.event()) {
                case UserErased(UserId person, var _) -> forget(new Principal(Principal.Kind.USER, person.toString()));
            }
        }
    }

    private void forget(Principal person) {
        try (TenantScope _ = TenantScope.of(person)) {
            spending.forget(TenantScope.nameOf(person));
        }
    }
}
