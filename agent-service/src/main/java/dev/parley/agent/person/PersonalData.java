package dev.parley.agent.person;

import dev.parley.contracts.id.Principal;

/** Something that is kept about people, besides their conversations, and goes with them. */
public interface PersonalData {
    /** Removes all of it. Again, when it is asked again. */
    void erase(Principal person);
}
