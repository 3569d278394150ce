/** Stand-ins for the services, so that their supervision is tested with real processes. */
@NullMarked
package dev.parley.local.fake;

import org.jspecify.annotations.NullMarked;
