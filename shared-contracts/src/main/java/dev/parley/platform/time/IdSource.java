package dev.parley.platform.time;

import java.util.UUID;

/** Makes ids that grow with time (UUID version 7). */
@FunctionalInterface
public interface IdSource {
    UUID next();
}
