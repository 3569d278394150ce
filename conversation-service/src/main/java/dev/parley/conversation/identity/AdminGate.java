package dev.parley.conversation.identity;

import dev.parley.conversation.audit.AuditEntry;
import dev.parley.conversation.audit.AuditLog;
import dev.parley.platform.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What administrators pass before they see or change what other features, or other services, have. */
@Component
public class AdminGate {
    private final AdminAccounts accounts;
    private final AuditLog audit;

    AdminGate(AdminAccounts accounts, AuditLog audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    /**
     * Writes down what is asked for before it is done, so that nothing is done unwritten.
     *
     * @param work the item that it is about; none for all of them
     * @throws dev.parley.platform.problem.ProblemException 403 for who is no administrator any more, whatever the token says
     */
    @Transactional
    public void enter(Caller.User caller, HttpServletRequest request, String action, @Nullable UUID work) {
        Administrator admin = Administrator.of(caller, request);
        Administration.requireAdmin(admin, accounts.lock(List.of(admin.id())));
        AuditEntry entry = admin.did(action);
        audit.add(work == null ? entry : entry.onWork(work));
    }
}
