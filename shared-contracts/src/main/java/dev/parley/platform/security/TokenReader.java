package dev.parley.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import java.text.ParseException;

/** Verifies the tokens of one issuer. Thread-safe; may wait for its keys. */
interface TokenReader {
    /**
     * What a good token says.
     *
     * @throws com.nimbusds.jose.KeySourceException when the issuer's keys cannot be had
     * @throws IllegalArgumentException as the others: when the token is not good
     */
    AccessToken read(JWT token) throws BadJOSEException, JOSEException, ParseException;
}
