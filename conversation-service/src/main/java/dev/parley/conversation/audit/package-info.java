/** The audit log. Owns audit, to which rows are only added; writes audit.events through the outbox. */
@NullMarked
package dev.parley.conversation.audit;

import org.jspecify.annotations.NullMarked;
