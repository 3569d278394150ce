/**
 * Who calls, and from where, behind proxies too; what browsers are told: security headers on every answer, and which
 * origins may read it. Reads parley.gateway.security.
 */
@NullMarked
package dev.parley.gateway.security;

import org.jspecify.annotations.NullMarked;
