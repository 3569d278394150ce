package dev.parley.agent.model.offline;

import java.util.Locale;

/** What somebody may want who wants no tool. */
enum Intent {
    GREETING,
    THANKS,
    FAREWELL,
    ABOUT,
    /** One thing that was said earlier. */
    RECALL,
    /** Everything that was said earlier. */
    RECALL_ALL,
    /** Something that only a large model could answer. */
    OTHER;

    /** Its name in the resources. */
    String section() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
