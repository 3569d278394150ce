/** Whether Parley works: the short answer, which asks nobody, and the detailed one from all management ports. Owns no data. */
@NullMarked
package dev.parley.gateway.health;

import org.jspecify.annotations.NullMarked;
