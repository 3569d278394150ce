/**
 * The documentation of the whole: one OpenAPI document merged from all services', pages to read and try it, and the event contracts. Reads the
 * services' own documents; loads nothing from other hosts.
 */
@NullMarked
package dev.parley.gateway.docs;

import org.jspecify.annotations.NullMarked;
