/** What providers have in common. One package below for each. */
@NullMarked
package dev.parley.location.provider;

import org.jspecify.annotations.NullMarked;
