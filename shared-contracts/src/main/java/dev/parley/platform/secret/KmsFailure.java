package dev.parley.platform.secret;

import java.security.GeneralSecurityException;

/** A key management service did not do what it was asked. The message says why, and nothing secret. */
final class KmsFailure extends GeneralSecurityException {
    private static final long serialVersionUID = 1;

    KmsFailure(String why) {
        super(why);
    }
}
