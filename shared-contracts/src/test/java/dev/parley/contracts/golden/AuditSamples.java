package dev.parley.contracts.golden;

import dev.parley.contracts.audit.ActionAudited;
import dev.parley.contracts.audit.AuditOutcome;
import dev.parley.contracts.id.AuditId;
import java.util.List;

/** What stands on {@code audit.events}. */
final class AuditSamples {
    private static final AuditId ENTRY = AuditId.parse("019aa0de-0000-7000-8000-00000000000a");
    private static final String PERSON = "user:019aa0de-0000-7000-8000-000000000007";

    private AuditSamples() {}

    static List<Sample> all() {
        return List.of(
                Sample.of(new ActionAudited(
                        ENTRY,
                        PERSON,
                        "roles_changed",
                        AuditOutcome.SUCCEEDED,
                        "user:019aa0de-0000-7000-8000-00000000000b",
                        "admin,user",
                        Parts.ASKED)),
                Sample.of(
                        new ActionAudited(ENTRY, "anonymous", "sign_in", AuditOutcome.REFUSED, null, null, Parts.ASKED),
                        "refused"));
    }
}
