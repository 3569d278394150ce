/**
 * Mails to people: written from templates in {@code resources/mail}, sent over SMTP where there is a server, told in the log
 * instead while developing. Owns no data; reads {@code SMTP_URL}, {@code MAIL_FROM} and {@code PUBLIC_URL}.
 */
@NullMarked
package dev.parley.conversation.mail;

import org.jspecify.annotations.NullMarked;
