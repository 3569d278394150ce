package dev.parley.conversation.privacy;

import dev.parley.conversation.audit.AuditEntry;
import dev.parley.conversation.audit.AuditLog;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.time.IdSource;
import dev.parley.platform.work.Inbox;
import dev.parley.platform.work.NewWork;
import dev.parley.platform.work.WorkAdmin;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has people's data exported: one export a person, made in the background. */
@Component
public class DataExports {
    private final Exports exports;
    private final Inbox inbox;
    private final WorkAdmin work;
    private final AuditLog audit;
    private final IdSource ids;

    DataExports(Exports exports, Inbox inbox, WorkAdmin work, AuditLog audit, IdSource ids) {
        this.exports = exports;
        this.inbox = inbox;
        this.work = work;
        this.audit = audit;
        this.ids = ids;
    }

    /**
     * The one that there is, or a new one.
     *
     * @param address where it was asked for
     * @throws ProblemException 404 for somebody without an account
     */
    @Transactional
    public ExportView request(UUID user, String address) {
        UUID id = ids.next();
        if (exports.add(id, user)) {
            inbox.put(List.of(work(id)));
            audit.add(AuditEntry.by(user, "data_exported").onUser(user).from(address));
        }
        return exports.ofUser(user).map(this::view).orElseThrow(() -> ProblemException.notFound("user"));
    }

    /** @throws ProblemException 404 when it is not the user's, or has expired */
    public ExportView find(UUID user, UUID id) {
        return exports.find(user, id).map(this::view).orElseThrow(() -> ProblemException.notFound("export"));
    }

    private ExportView view(Export export) {
        return ExportView.of(export, work.show(export.id()));
    }

    /** Its id says all: nothing of the person is left in the tables of work. */
    private static NewWork work(UUID id) {
        String kind = ExportWork.KIND.name();
        return new NewWork(id, kind, kind + "/" + id, kind, new byte[0], null, null, null);
    }
}
