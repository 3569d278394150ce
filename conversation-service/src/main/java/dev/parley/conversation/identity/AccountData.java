package dev.parley.conversation.identity;

import dev.parley.conversation.audit.AuditFilter;
import dev.parley.conversation.audit.AuditView;
import dev.parley.conversation.audit.AuditViews;
import dev.parley.conversation.identity.AccountCopies.SessionCopy;
import dev.parley.conversation.privacy.Archive;
import dev.parley.conversation.privacy.PersonalData;
import dev.parley.platform.web.Cursor;
import dev.parley.platform.web.Limit;
import dev.parley.platform.web.Page;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who somebody is, and what the audit log says of it. The account is gone before all else is erased. */
@Component
@Order(1)
class AccountData implements PersonalData {
    private static final Limit PAGE = new Limit(Limit.MAX);

    private final AccountCopies accounts;
    private final Profiles profiles;
    private final AuditViews audit;
    private final Outbound outbound;

    AccountData(AccountCopies accounts, Profiles profiles, AuditViews audit, Outbound outbound) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.audit = audit;
        this.outbound = outbound;
    }

    /** Few, beside what was said. */
    @Override
    public long count(UUID user) {
        return 2;
    }

    @Override
    public void copyTo(Archive archive, UUID user) throws IOException {
        var account = accounts.find(user);
        if (account.isPresent()) {
            archive.begin("account.json");
            archive.add(account.get());
            archive.begin("profile.json");
            archive.add(profiles.of(user));
            copySessions(archive, user);
            copyAudit(archive, user);
        }
    }

    private void copySessions(Archive archive, UUID user) throws IOException {
        archive.begin("sessions.jsonl");
        List<SessionCopy> page = accounts.sessions(user, null, PAGE.value());
        while (!page.isEmpty()) {
            for (SessionCopy session : page) {
                archive.add(session);
            }
            page = accounts.sessions(user, page.getLast().id(), PAGE.value());
        }
    }

    private void copyAudit(Archive archive, UUID user) throws IOException {
        archive.begin("audit.jsonl");
        AuditFilter own = new AuditFilter("user:" + user, null, null);
        @Nullable String next = null;
        do {
            Page<AuditView> page = audit.find(own, next == null ? null : Cursor.parse(next), PAGE);
            for (AuditView entry : page.items()) {
                archive.add(entry);
            }
            next = page.nextCursor();
        } while (next != null);
    }

    @Override
    public boolean eraseNext(UUID user) {
        outbound.forget(user);
        return false;
    }
}
