package dev.parley.contracts.audit;

import dev.parley.contracts.event.Event;

/** Something that security depends on was done, or tried. */
public sealed interface AuditEvent extends Event permits ActionAudited {}
