/** Journeys of people who bring documents and are answered from them. */
@NullMarked
package dev.parley.system.knowledge;

import org.jspecify.annotations.NullMarked;
