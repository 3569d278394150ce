package dev.parley.conversation.identity;

import dev.parley.conversation.audit.AuditEntry;
import dev.parley.platform.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/**
 * Somebody who administers.
 *
 * @param address where from
 */
record Administrator(UUID id, String address) {
    static Administrator of(Caller.User caller, HttpServletRequest request) {
        return new Administrator(caller.id(), Client.of(request).address());
    }

    /** That this one has done it. */
    AuditEntry did(String action) {
        return AuditEntry.by(id, action).from(address);
    }
}
