/**
 * The settings that all services share: their defaults ({@code parley-platform.yml}), what is derived from environment
 * variables, and one readable line when a value is wrong. Reads the environment; owns no data.
 */
@NullMarked
package dev.parley.platform.settings;

import org.jspecify.annotations.NullMarked;
