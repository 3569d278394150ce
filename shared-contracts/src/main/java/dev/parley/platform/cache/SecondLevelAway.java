package dev.parley.platform.cache;

import org.springframework.dao.DataAccessResourceFailureException;

/** What all replicas share cannot be had now. */
final class SecondLevelAway extends DataAccessResourceFailureException {
    private static final long serialVersionUID = 1;

    SecondLevelAway(String message, Throwable cause) {
        super(message, cause);
    }
}
