package dev.parley.platform.takeout;

import dev.parley.contracts.id.Principal;
import java.io.IOException;

/** Something that a service keeps of people, for them to take along: one bean each. */
public interface KeptData {
    /** Copies all of it, a page at a time, in the person's own rows: no connection is held in between. */
    void copyTo(Takeout takeout, Principal person) throws IOException;
}
