package dev.parley.platform.security;

import com.nimbusds.jose.JWSAlgorithm;

/** How access tokens are signed ({@code ALGORITHM}). One is configured, and no other is accepted. */
public enum SigningAlgorithm {
    RS256(JWSAlgorithm.RS256),
    ES256(JWSAlgorithm.ES256),
    /** With {@code SECRET_KEY}, which everybody who verifies then must know. */
    HS256(JWSAlgorithm.HS256);

    private final JWSAlgorithm name;

    SigningAlgorithm(JWSAlgorithm name) {
        this.name = name;
    }

    public JWSAlgorithm jose() {
        return name;
    }
}
