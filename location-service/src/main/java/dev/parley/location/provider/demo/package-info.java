/**
 * Invented places in Berlin, Paris, Austin and Singapore, from resource files under {@code demo/}, so that everything that
 * works with places can be tried without an account anywhere. The neighbourhoods are real; the places are not, and every
 * one of them says {@code source: demo}. Nothing is written.
 */
@NullMarked
package dev.parley.location.provider.demo;

import org.jspecify.annotations.NullMarked;
