package dev.parley.chat.person;

import dev.parley.chat.chore.Chore;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.UserId;
import dev.parley.contracts.identity.AccountLocked;
import dev.parley.contracts.identity.AccountUnlocked;
import dev.parley.contracts.identity.IdentityEvent;
import dev.parley.contracts.identity.UserErased;
import dev.parley.platform.idempotency.Idempotency;
import dev.parley.platform.messaging.Received;
import dev.parley.platform.tenant.TenantScope;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Erases what is kept of people who are gone: first it is known that they are, then what is there goes. A turn that was being
 * entered at that moment could not be seen, and goes when one looks again.
 */
@Component
class Farewell {
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration LOOKS_BACK = Duration.ofMinutes(30);

    private final ErasedPeople people;
    private final List<PersonalData> everything;
    private final Idempotency idempotency;
    private final TransactionOperations transactions;
    private final Chore chore = new Chore("erased-people", EVERY, this::lookAgain);

    Farewell(
            ErasedPeople people,
            List<PersonalData> everything,
            Idempotency idempotency,
            TransactionOperations transactions) {
        this.people = people;
        this.everything = everything;
        this.idempotency = idempotency;
        this.transactions = transactions;
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

    void lookAgain() {
        people.addedWithin(LOOKS_BACK).forEach(this::erase);
    }

    private void erase(UserId person) {
        Principal principal = new Principal(Principal.Kind.USER, person.toString());
        try (TenantScope _ = TenantScope.of(principal)) {
            transactions.executeWithoutResult(_ -> {
                everything.forEach(data -> data.erase(principal));
                idempotency.forget(principal);
            });
        }
    }

    @PostConstruct
    void start() {
        chore.start();
    }

    @PreDestroy
    void stop() {
        chore.stop();
    }
}
