package dev.parley.gateway.security;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the gateway speaks HTTPS.
 *
 * @param certFile a certificate with its chain, in PEM; empty: plain HTTP
 * @param keyFile its private key
 */
@ConfigurationProperties("parley.gateway.tls")
record TlsSettings(String certFile, String keyFile) {}
