package dev.parley.platform.work;

import java.util.UUID;

/** An item that has ended, and the lane it belongs to. */
record EndedWork(UUID id, String lane) {}
