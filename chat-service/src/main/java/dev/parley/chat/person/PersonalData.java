package dev.parley.chat.person;

import dev.parley.contracts.id.Principal;

/** Something that is kept about people, and goes with them. */
public interface PersonalData {
    /** Removes all of it, within the caller's transaction. */
    void erase(Principal person);
}
