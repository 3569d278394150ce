package dev.parley.contracts.conversation;

/** What bears on who may see a conversation. */
public sealed interface AccessEvent extends ConversationEvent permits AccessChanged, ConversationDeleted {}
