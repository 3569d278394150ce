/** Programs that people have already, and that must work unchanged. */
@NullMarked
package dev.parley.system.client;

import org.jspecify.annotations.NullMarked;
