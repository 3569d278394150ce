package dev.parley.conversation.mail;

import java.util.UUID;

/**
 * A mail to one address, with the same in text and in HTML.
 *
 * @param id what makes it one mail: sent twice, a mailbox can tell that it is the same
 */
public record Mail(UUID id, String to, String subject, String text, String html) {
    /** @throws IllegalArgumentException for a subject that would go on as another header */
    public Mail {
        if (subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a subject is one line");
        }
    }

    @Override
    public String toString() {
        return "Mail " + id;
    }
}
