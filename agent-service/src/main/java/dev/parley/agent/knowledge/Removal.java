package dev.parley.agent.knowledge;

import dev.parley.agent.file.Files;
import dev.parley.agent.person.PersonalData;
import dev.parley.contracts.id.Principal;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.Inbox;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Removes documents, with their chunks and files: nothing is found in them from then on. */
@Component
class Removal implements PersonalData {
    private final Documents documents;
    private final IndexStates states;
    private final Files files;
    private final Inbox inbox;
    private final TransactionOperations transactions;

    Removal(Documents documents, IndexStates states, Files files, Inbox inbox, TransactionOperations transactions) {
        this.documents = documents;
        this.states = states;
        this.files = files;
        this.inbox = inbox;
        this.transactions = transactions;
    }

    /** @throws ProblemException 404 when it is not the owner's */
    void remove(UUID id, Principal owner) {
        UUID file = removeRows(id, owner).orElseThrow(() -> ProblemException.notFound("document"));
        delete(file);
    }

    @Override
    public void erase(Principal person) {
        for (UUID id : documents.idsOf(person)) {
            removeRows(id, person).ifPresent(this::delete);
        }
        String tenant = TenantScope.nameOf(person);
        transactions.executeWithoutResult(_ -> {
            inbox.apply(List.of(Reembedding.erasure(tenant)));
            states.remove(tenant);
        });
    }

    private Optional<UUID> removeRows(UUID id, Principal owner) {
        Optional<UUID> file = transactions.execute(_ -> {
            Optional<UUID> removed = documents.remove(id, owner);
            removed.ifPresent(_ -> states.raise(TenantScope.nameOf(owner)));
            return removed;
        });
        return file == null ? Optional.empty() : file;
    }

    private void delete(UUID file) {
        files.deleteOrLeave(file);
    }
}
