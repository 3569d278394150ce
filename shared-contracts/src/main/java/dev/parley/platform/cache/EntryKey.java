package dev.parley.platform.cache;

/**
 * Where an answer is kept.
 *
 * @param tenant whose it is; empty: everybody's
 * @param text of visible ASCII characters; different for every tenant, cache, version and question
 */
record EntryKey(String tenant, String text) {
    static final String EVERYBODY = "";
}
