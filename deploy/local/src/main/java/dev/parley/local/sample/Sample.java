package dev.parley.local.sample;

import java.util.List;

/**
 * A conversation to begin.
 *
 * @param key names it in idempotency keys, so it never changes
 * @param messages what the visitor says, in order
 */
record Sample(String key, List<String> messages) {

    String opening() {
        return messages.getFirst();
    }

    String idempotencyKey(int message) {
        return "sample-" + key + "-" + (message + 1);
    }
}
