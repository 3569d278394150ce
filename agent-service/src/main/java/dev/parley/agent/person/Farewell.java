package dev.parley.agent.person;

import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.UserId;
import dev.parley.contracts.identity.AccountLocked;
import dev.parley.contracts.identity.AccountUnlocked;
import dev.parley.contracts.identity.IdentityEvent;
import dev.parley.contracts.identity.UserErased;
import dev.parley.platform.idempotency.Idempotency;
import dev.parley.platform.messaging.Received;
import dev.parley.platform.tenant.TenantScope;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Erases what is kept of people who are gone: first it is known that they are, then what is there goes. What was being stored
 * at that moment could not be seen, and goes when one looks again.
 */
@Component
class Farewell {
    private final ErasedPeople people;
    private final List<PersonalData> everything;
    private final Idempotency idempotency;

    Farewell(ErasedPeople people, List<PersonalData> everything, Idempotency idempotency) {
        this.people = people;
        this.everything = everything;
        this.idempotency = idempotency;
    }

    void accept(List<Received<IdentityEvent>> batch) {
        for (Received<IdentityEvent> received : batch) {
            switch (received.event()) {
                case UserErased(UserId person, var _) -> {
                    people.add(person);
                    erase(person);
                }
                case AccountLocked _, AccountUnlocked _ -> {}
            }
        }
    }

    /** Everything again, of those who have gone within so long. */
    void lookAgain(Duration time) {
        people.addedWithin(time).forEach(this::erase);
    }

    private void erase(UserId person) {
        Principal principal = new Principal(Principal.Kind.USER, person.toString());
        try (TenantScope _ = TenantScope.of(principal)) {
            everything.forEach(data -> data.erase(principal));
            idempotency.forget(principal);
        }
    }
}
