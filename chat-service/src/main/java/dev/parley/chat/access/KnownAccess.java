package dev.parley.chat.access;

import dev.parley.contracts.id.Principal;
import java.util.List;

/**
 * Who may use a conversation, in full.
 *
 * @param version grows with every change
 */
public record KnownAccess(long version, List<Principal> principals) {
    static KnownAccess newer(KnownAccess one, KnownAccess other) {
        return other.version > one.version ? other : one;
    }
}
