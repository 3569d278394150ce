package dev.parley.gateway.limit;

/** What one caller, or all who share it, has of a quota. */
record Budget(Quota quota, String whose) {

    /** Unique; a quota that is changed begins anew. */
    String key() {
        return quota.name() + ":" + quota.perMinute() + ":" + whose;
    }
}
