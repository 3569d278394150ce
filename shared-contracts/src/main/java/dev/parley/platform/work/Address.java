package dev.parley.platform.work;

import org.jspecify.annotations.Nullable;

/** Where the service's database is; user and password may be in the URL. */
record Address(
        String jdbcUrl, @Nullable String user, @Nullable String password) {

    @Override
    public String toString() {
        return "the database of this service";
    }
}
