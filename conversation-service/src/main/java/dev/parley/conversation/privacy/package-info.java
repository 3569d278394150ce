/**
 * What people may ask of their data: to have it, and to have it erased. Owns erased_user, export and export_chunk; tells
 * {@code identity.events} through the outbox. What else is kept of people says so itself: {@link PersonalData}.
 */
@NullMarked
package dev.parley.conversation.privacy;

import org.jspecify.annotations.NullMarked;
