package dev.parley.platform.secret;

/** Something was sealed with another {@code SECRET_KEY} than those that are known here, or was changed since. */
public final class SealBroken extends RuntimeException {
    SealBroken(String context, Throwable cause) {
        super(context + " was sealed with another key: set SECRET_KEY_PREVIOUS to the SECRET_KEY of before", cause);
    }
}
