package dev.parley.chat.access;

/** How a principal stands to a conversation, as far as it is known here. */
enum Standing {
    ALLOWED,
    DENIED,
    UNKNOWN
}
