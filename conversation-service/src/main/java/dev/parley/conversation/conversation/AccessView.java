package dev.parley.conversation.conversation;

import dev.parley.contracts.id.Principal;
import java.util.List;

/** Who may use a conversation, in full. */
record AccessView(long version, List<Principal> principals) {}
